"use client";

import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Panes } from "@mintreu/ui/kit/Panes";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MailOpen } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";
import { MailList } from "./MailList.tsx";
import { MailReader } from "./MailReader.tsx";

/** Nothing tells when a mail is written: an admin who waits for one sees it within this time (ms). */
const LOOK_EVERY = 5_000;

/** The mail log: what the system wrote, newest first, and the one that is chosen. */
export function MailScreen() {
  const t = useTranslations("mail");
  const id = usePathname().split("/")[2] ?? null;
  const api = useTRPC();
  const log = useInfiniteQuery(
    api.mail.log.infiniteQueryOptions(
      {},
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: LOOK_EVERY },
    ),
  );
  const mails = log.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <ConsoleShell place={null}>
      <Panes
        listLabel={t("title")}
        show={id ? "main" : "list"}
        list={<MailList mails={mails} chosen={id} onMore={log.hasNextPage ? () => log.fetchNextPage() : null} />}
      >
        {id ? (
          <MailReader mail={mails.find((mail) => mail.id === id)} />
        ) : (
          <div className="grid flex-1 place-items-center">
            <EmptyState icon={<MailOpen />} title={t("chooseTitle")} text={t("chooseText")} />
          </div>
        )}
      </Panes>
    </ConsoleShell>
  );
}
