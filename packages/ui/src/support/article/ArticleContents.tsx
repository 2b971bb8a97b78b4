"use client";

import type { Heading } from "@mintreu/api/articles/reading";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "../../kit/cx.ts";
import { useCurrentHeading } from "./useCurrentHeading.ts";

/** Fewer headings than this need no contents. */
const LEAST = 2;

/**
 * What an article holds, with the part that is being read marked. Beside the text where there is room (the page gives it a
 * column and makes it sticky), and above it as something to open on a phone.
 */
export function ArticleContents({ headings }: { headings: readonly Heading[] }) {
  const t = useTranslations("articleText");
  const shown = headings.filter(({ level, text }) => level <= 3 && text !== "");
  const current = useCurrentHeading(shown);
  if (shown.length < LEAST) return null;
  const list = <Places headings={shown} current={current} />;
  return (
    <nav aria-label={t("contents")} className="text-sm print:hidden">
      <details className="group rounded-lg border border-border bg-raised lg:hidden">
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 font-medium [&::-webkit-details-marker]:hidden">
          {t("contents")}
          <ChevronDown aria-hidden className="size-4 text-muted transition-transform group-open:rotate-180" />
        </summary>
        <div className="border-border border-t px-2 py-2">{list}</div>
      </details>
      <div className="max-lg:hidden">
        <p className="px-3 pb-2 font-medium text-muted text-xs">{t("contents")}</p>
        {list}
      </div>
    </nav>
  );
}

function Places({ headings, current }: { headings: readonly Heading[]; current: string | undefined }) {
  return (
    <ul className="border-border lg:border-s">
      {headings.map(({ id, text, level }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? "location" : undefined}
            onClick={({ currentTarget }) => currentTarget.closest("details")?.removeAttribute("open")}
            className={cx(
              "-ms-px block border-transparent py-1.5 pe-2 text-muted leading-snug transition-colors hover:text-text lg:border-s-2",
              "aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent",
              level > 2 ? "ps-6" : "ps-3",
            )}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
