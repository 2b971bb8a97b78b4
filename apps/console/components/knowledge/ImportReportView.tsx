"use client";

import type { ImportReport } from "@mintreu/api/articles/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { CircleCheck, Copy, Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ColumnHead } from "../page/ColumnHead.tsx";
import { problemLines } from "./problems-file.ts";

/** On a phone its row is a block, and each cell a line of it. */
const cell = "px-3 py-1.5 max-sm:block max-sm:p-0";
/** More rows than anybody reads in a dialog; the download has all. */
const SHOWN = 100;

/** What an import did, and what it could not resolve. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const t = useTranslations("knowledge.import");
  const format = useFormatter();
  const { added, changed, same, collections, seconds, problems } = report;
  return (
    <div role="status">
      <p className="flex items-start gap-2 font-medium text-md">
        <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0 text-success" />
        {t("done", { added, changed: format.number(changed), same: format.number(same) })}
      </p>
      <p className="ms-6.5 text-muted text-sm">
        {t("collections", { count: collections, seconds: format.number(seconds, { maximumFractionDigits: 1 }) })}
      </p>
      {problems.length === 0 ? (
        <p className="ms-6.5 mt-2 text-md">{t("noProblems")}</p>
      ) : (
        <Problems problems={problems} />
      )}
    </div>
  );
}

function Problems({ problems }: Pick<ImportReport, "problems">) {
  const t = useTranslations("knowledge.import");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(problemLines(problems));
    setCopied(true);
  };
  return (
    <div className="mt-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-52">
          <h3 className="font-semibold text-md">{t("problems", { count: problems.length })}</h3>
          <p className="text-muted text-sm">{t("problemsText")}</p>
        </div>
        <Button size="sm" icon={<Copy aria-hidden />} onClick={() => void copy()}>
          {t(copied ? "copied" : "copy")}
        </Button>
        <Button size="sm" icon={<Download aria-hidden />} onClick={() => download(problems)}>
          {t("download")}
        </Button>
      </div>
      <section
        aria-label={t("problems", { count: problems.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        className="pane-scroll max-h-72 rounded-lg border border-border"
      >
        <table className="w-full text-sm">
          <thead className="sticky top-0 bg-sunken text-muted text-xs max-sm:sr-only">
            <tr>
              {(["file", "kind", "what", "why"] as const).map((key) => (
                <ColumnHead key={key} className="px-3 py-1.5">
                  {t(key)}
                </ColumnHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map(({ file, line, kind, what, why }, index) => (
              <tr
                key={`${index} ${file}`}
                className="border-border border-t align-top max-sm:block max-sm:px-3 max-sm:py-2"
              >
                <td className={cx(cell, "wrap-anywhere max-sm:text-muted max-sm:text-xs")}>
                  {line ? `${file}:${line}` : file}
                </td>
                <td className={cx(cell, "max-sm:hidden")}>
                  <Badge>{t(`kinds.${kind}`)}</Badge>
                </td>
                <td className={cx(cell, "wrap-anywhere")}>{what}</td>
                <td className={cell}>{t(`reasons.${why}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problems.length > SHOWN && (
        <p className="mt-1 text-muted text-xs">{t("more", { count: problems.length - SHOWN })}</p>
      )}
    </div>
  );
}

function download(problems: ImportReport["problems"]): void {
  const url = URL.createObjectURL(new Blob([problemLines(problems)], { type: "text/tab-separated-values" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "import-problems.tsv";
  link.click();
  URL.revokeObjectURL(url);
}
