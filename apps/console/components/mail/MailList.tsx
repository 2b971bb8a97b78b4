"use client";

import type { MailRow } from "@mintreu/api/mail/list-mail";
import { Button } from "@mintreu/ui/kit/Button";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { Mails } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useRef } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { MailStatus } from "./MailStatus.tsx";

/** What the list takes. */
export interface MailListProps {
  mails: MailRow[];
  chosen: string | null;
  /** Null: there is no more. */
  onMore: (() => void) | null;
}

/** The mails that the system wrote, newest first. */
export function MailList({ mails, chosen, onMore }: MailListProps) {
  const t = useTranslations("mail");
  const Heading = chosen ? "h2" : "h1";
  const pane = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => () => {
    const links = [...(pane.current?.querySelectorAll("a") ?? [])];
    const at = mails.findIndex(({ id }) => id === chosen);
    const next = Math.min(Math.max(at + by, 0), mails.length - 1);
    links[next]?.focus();
    openMail(mails[next]?.id ?? null);
  };
  useAction("next", mails.length > 0 ? step(1) : null);
  useAction("previous", mails.length > 0 ? step(-1) : null);
  useAction("back", chosen ? () => openMail(null) : null);
  return (
    <>
      <div className="shrink-0 border-border border-b px-3.5 py-3">
        <Heading className="font-semibold text-base">{t("title")}</Heading>
        <p className="text-muted text-xs">{t("text")}</p>
      </div>
      <div ref={pane} className="pane-scroll min-h-0 flex-1">
        {mails.length === 0 && <EmptyState icon={<Mails />} title={t("emptyTitle")} text={t("emptyText")} />}
        <ul>
          {mails.map((mail) => (
            <MailEntry key={mail.id} mail={mail} current={mail.id === chosen} />
          ))}
        </ul>
        {onMore && (
          <div className="flex justify-center p-3">
            <Button variant="quiet" size="sm" onClick={onMore}>
              {t("more")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function MailEntry({ mail, current }: { mail: MailRow; current: boolean }) {
  const t = useTranslations("mail");
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openMail(mail.id);
  };
  return (
    <li className="border-border border-b">
      <a
        href={`/mail/${mail.id}`}
        onClick={follow}
        aria-current={current ? "true" : undefined}
        className={cx(
          "block border-s-2 px-3.5 py-2.5 transition-colors focus-visible:-outline-offset-2",
          current ? "border-s-accent bg-selected" : "border-s-transparent hover:bg-hover",
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-muted text-sm">{t("to", { address: mail.to })}</span>
          <RelativeTime at={mail.createdAt} look="short" className="shrink-0 text-2xs text-muted" />
        </span>
        <span className="block truncate font-medium text-md">{mail.subject}</span>
        <span className="mt-0.5 flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-muted text-xs">{mail.text}</span>
          <MailStatus status={mail.status} />
        </span>
      </a>
    </li>
  );
}

/** Shows a mail at once: its text is in the list already. */
export function openMail(id: string | null): void {
  window.history.pushState(null, "", id ? `/mail/${id}` : "/mail");
}
