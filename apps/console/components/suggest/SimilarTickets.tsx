"use client";

import { STATUSES } from "@mintreu/api/conversations/schema";
import type { Hit } from "@mintreu/api/search/schema";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { StatusPill } from "@mintreu/ui/support/status";
import { useTranslations } from "next-intl";
import { Section } from "../details/Section.tsx";
import { plain } from "../search/plain.ts";

/** Conversations about the same that were resolved: how it was done before. */
export function SimilarTickets({ hits, hrefOf }: { hits: readonly Hit[]; hrefOf: (id: string) => string }) {
  const t = useTranslations("suggest");
  return (
    <Section title={t("similar")}>
      <ul className="-mx-2 flex flex-col">
        {hits.map((hit) => {
          const status = STATUSES.find((each) => each === hit.status);
          return (
            <li key={hit.id}>
              <a
                href={hrefOf(hit.id.split(":")[1] ?? "")}
                className="block rounded-md px-2 py-1.5 transition-colors hover:bg-hover"
              >
                <span className="block truncate font-medium text-sm">{plain(hit.title)}</span>
                <span className="flex items-center gap-2 text-muted text-xs">
                  {status && <StatusPill status={status} side="agents" plain />}
                  {hit.origin && <span className="truncate tabular-nums">{hit.origin}</span>}
                  {hit.updatedAt && <RelativeTime at={hit.updatedAt} look="short" className="ms-auto" />}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
