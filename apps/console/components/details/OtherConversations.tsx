"use client";

import type { RequesterCard } from "@mintreu/api/conversations/get-requester";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { StatusPill } from "@mintreu/ui/support/status";
import { useTranslations } from "next-intl";
import { Section } from "./Section.tsx";

/** What the list of others takes. */
export interface OtherConversationsProps {
  name: string;
  others: RequesterCard["others"];
  hrefOf: (id: string) => string;
}

/** What else the person asked, as far as this agent may see it. */
export function OtherConversations({ name, others, hrefOf }: OtherConversationsProps) {
  const t = useTranslations("details");
  return (
    <Section title={t("others")}>
      {others.length === 0 && <p className="text-muted text-sm">{t("noOthers", { name })}</p>}
      <ul className="-mx-2 flex flex-col">
        {others.map((other) => (
          <li key={other.id}>
            <a href={hrefOf(other.id)} className="block rounded-md px-2 py-1.5 transition-colors hover:bg-hover">
              <span className="block truncate font-medium text-sm">{other.subject}</span>
              <span className="flex items-center gap-2 text-muted text-xs">
                <StatusPill status={other.status} side="agents" plain />
                <span className="tabular-nums">{t("number", { number: other.number })}</span>
                <RelativeTime at={other.lastEventAt} look="short" className="ms-auto" />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
