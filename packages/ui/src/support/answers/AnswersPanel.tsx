"use client";

import type { Answers, Hit } from "@mintreu/api/search/schema";
import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AnswerRow } from "./AnswerRow.tsx";
import { ArticleSheet } from "./ArticleSheet.tsx";

/** What the panel takes. */
export interface AnswersPanelProps {
  /** Undefined before anything was asked. */
  answers: Answers | undefined;
  /** One of them was what the person was looking for. */
  onAnswered: (hit: Hit) => void;
  /** What stands there while there is nothing to show. */
  children?: ReactNode;
}

/**
 * What may answer a question while it is still being written: articles, documentation, own open tickets. It takes no focus and
 * moves nothing beside it; an article opens over the page, and what was typed stays. Inside LiveProvider.
 */
export function AnswersPanel({ answers, onAnswered, children }: AnswersPanelProps) {
  const t = useTranslations("answers");
  const [reading, setReading] = useState<Hit | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const groups = answers ? GROUPS.filter((group) => answers[group].length > 0) : [];
  const open = (hit: Hit) => {
    setOpened((before) => new Set(before).add(hit.id));
    if (hit.kind === "article") setReading(hit);
  };
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-3">
      <h2 id="answers" className="flex items-center gap-2 font-semibold text-base">
        <Lightbulb aria-hidden className="size-4.5 text-accent" />
        {t("title")}
      </h2>
      {groups.length === 0 && children}
      {groups.map((group) => (
        <div key={group} className="flex flex-col gap-1">
          <h3 className="font-medium text-muted text-sm">{t(`group.${group}`)}</h3>
          <ul className="-mx-2.5">
            {answers?.[group].map((hit) => (
              <AnswerRow
                key={hit.id}
                hit={hit}
                wasOpened={opened.has(hit.id)}
                onOpen={() => open(hit)}
                onAnswered={() => onAnswered(hit)}
              />
            ))}
          </ul>
        </div>
      ))}
      <p role="status" className="sr-only">
        {answers ? t("found", { count: groups.reduce((sum, group) => sum + answers[group].length, 0) }) : ""}
      </p>
      <ArticleSheet
        href={reading?.href ?? null}
        onClose={() => setReading(null)}
        onAnswered={() => {
          if (reading) onAnswered(reading);
          setReading(null);
        }}
      />
    </section>
  );
}

const GROUPS = ["tickets", "articles", "documentation"] as const satisfies readonly (keyof Answers)[];
