"use client";

import type { MailRow } from "@mintreu/api/mail/list-mail";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { ArrowLeft, MailQuestionMark } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { linked } from "./linked.ts";
import { openMail } from "./MailList.tsx";
import { MailStatus } from "./MailStatus.tsx";

/** One mail as it was written, its links to be followed. */
export function MailReader({ mail }: { mail: MailRow | undefined }) {
  const t = useTranslations("mail");
  const format = useFormatter();
  if (!mail)
    return <EmptyState as="h1" icon={<MailQuestionMark />} title={t("nothingTitle")} text={t("nothingText")} />;
  return (
    <>
      <header className="flex shrink-0 items-start gap-2 border-border border-b px-3 py-3 md:px-6">
        <IconButton label={t("back")} className="md:hidden" onClick={() => openMail(null)}>
          <ArrowLeft className="rtl:-scale-x-100" />
        </IconButton>
        <div className="min-w-0 flex-1">
          <h1 className="wrap-anywhere font-semibold text-lg">{mail.subject}</h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
            <span className="wrap-anywhere">{t("to", { address: mail.to })}</span>
            <time dateTime={mail.createdAt}>
              {format.dateTime(new Date(mail.createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </time>
            <MailStatus status={mail.status} />
          </p>
        </div>
      </header>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        aria-label={mail.subject}
        className="pane-scroll min-h-0 flex-1 px-4 py-5 focus-visible:-outline-offset-2 md:px-6"
      >
        <p className="wrap-anywhere max-w-170 whitespace-pre-wrap text-base">
          {linked(mail.text).map((part) =>
            part.href ? (
              <a
                key={part.at}
                href={part.href}
                target="_blank"
                rel="noopener noreferrer"
                className="text-accent underline underline-offset-2"
              >
                {part.text}
              </a>
            ) : (
              part.text
            ),
          )}
        </p>
      </section>
    </>
  );
}
