"use client";

import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageSection } from "../Page.tsx";
import { TicketRow } from "./TicketRow.tsx";

const SHOWN = 5;

/** On the start page: what waits for the customer, then what is being worked on. */
export function OpenTickets() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const waiting = useQuery(trpc.conversations.tickets.queryOptions({ state: "waiting" })).data?.rows ?? [];
  const open = useQuery(trpc.conversations.tickets.queryOptions({ state: "open" })).data?.rows ?? [];
  const rows = [...waiting, ...open];
  const more = rows.length > SHOWN;
  return (
    <PageSection
      title={t("tickets")}
      aside={
        <Link href="/conversations" className="font-medium text-accent text-md hover:underline">
          {more ? t("allTickets", { count: rows.length }) : t("olderTickets")}
        </Link>
      }
    >
      <Card flush className="overflow-hidden">
        {rows.length === 0 ? (
          <EmptyState as="h3" icon={<MessageSquareText />} title={t("noTickets")} text={t("noTicketsText")} />
        ) : (
          <ul>
            {rows.slice(0, SHOWN).map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        )}
      </Card>
    </PageSection>
  );
}
