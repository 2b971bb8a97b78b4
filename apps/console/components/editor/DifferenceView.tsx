"use client";

import type { DifferenceLine } from "@mintreu/api/articles/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { type Passage, passagesOf } from "./passages.ts";

/** How two revisions of an article differ: what was put in and what was taken out, with a little around it. */
export function DifferenceView({ id, from, to }: { id: string; from: number; to: number }) {
  const t = useTranslations("editor.difference");
  const { data, isError } = useQuery(useTRPC().articles.difference.queryOptions({ id, from, to }));
  if (isError) return <p className="p-4 text-danger text-sm">{t("failed")}</p>;
  if (!data) return <p className="p-4 text-muted text-sm">{t("loading")}</p>;
  const passages = passagesOf(data.lines);
  if (!data.title && !data.summary && passages.every(({ kind }) => kind === "skipped")) {
    return <p className="p-4 text-muted text-sm">{t("same")}</p>;
  }
  return (
    <div className="text-sm">
      {data.title && <Changed label={t("title")} from={data.title.from} to={data.title.to} />}
      {data.summary && <Changed label={t("summary")} from={data.summary.from} to={data.summary.to} />}
      <div className="py-2">
        {passages.map((passage) => (
          <PassageView key={passage.key} passage={passage} />
        ))}
      </div>
    </div>
  );
}

function Changed({ label, from, to }: { label: string; from: string; to: string }) {
  return (
    <div className="border-border border-b py-2">
      <p className="px-4 pb-1 font-medium text-muted text-xs">{label}</p>
      {from && <Line change="removed">{from}</Line>}
      {to && <Line change="added">{to}</Line>}
    </div>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  const t = useTranslations("editor.difference");
  if (passage.kind === "skipped") {
    return (
      <p className="my-1 border-border border-y bg-sunken px-4 py-1 text-muted text-xs">
        {t("skipped", { count: passage.count })}
      </p>
    );
  }
  return <Line change={passage.line.change}>{wordsOf(passage.line)}</Line>;
}

const looks: Record<DifferenceLine["change"], string> = {
  same: "text-muted",
  added: "bg-success-soft",
  removed: "bg-danger-soft",
};

function Line({ change, children }: { change: DifferenceLine["change"]; children: ReactNode }) {
  const t = useTranslations("editor.difference");
  const Tag = change === "added" ? "ins" : change === "removed" ? "del" : "p";
  return (
    <Tag className={cx("flex gap-2 px-4 py-0.5 font-mono text-xs leading-5 no-underline", looks[change])}>
      <span aria-hidden className="w-3 shrink-0 select-none text-muted">
        {change === "added" ? "+" : change === "removed" ? "−" : ""}
      </span>
      {change !== "same" && <span className="sr-only">{t(change)}</span>}
      <span className="wrap-anywhere min-h-5 min-w-0 whitespace-pre-wrap" dir="auto">
        {children}
      </span>
    </Tag>
  );
}

function wordsOf({ text, words, change }: DifferenceLine): ReactNode {
  if (!words) return text;
  const strong = change === "added" ? "bg-success/20" : "bg-danger/20";
  return words.map((word, place) => (
    <Fragment key={place}>
      {word.change === "changed" ? <span className={cx("rounded-xs", strong)}>{word.text}</span> : word.text}
    </Fragment>
  ));
}
