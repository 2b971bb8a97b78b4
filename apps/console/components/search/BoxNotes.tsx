"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { useTranslations } from "next-intl";
import type { Scope } from "./wanted.ts";

/** What the notes take. */
export interface BoxNotesProps {
  answer: SearchAnswer | null;
  failed: boolean;
  wanted: { text: string; scope: Scope };
  /** There is nothing to choose. */
  none: boolean;
  onSuggestion: (text: string) => void;
}

/** What there is to say about a search besides its results: nothing found, what was probably meant, a stand-in that answers. */
export function BoxNotes({ answer, failed, wanted, none, onSuggestion }: BoxNotesProps) {
  const t = useTranslations("finder");
  const asked = wanted.text !== "";
  return (
    <div className="px-1 text-md text-muted">
      <p role="status" className={failed || (none && asked && answer) ? "pt-3" : "sr-only"}>
        {failed && t("failed")}
        {!failed && none && asked && answer && t("none", { text: wanted.text })}
        {!failed && answer && answer.total > 0 && asked && t("count", { count: answer.total })}
      </p>
      {answer?.suggestion && (
        <p className="pt-2">
          {t("meant")}{" "}
          <button
            type="button"
            onClick={() => onSuggestion(answer.suggestion ?? "")}
            className="target font-medium text-accent underline underline-offset-2"
          >
            {answer.suggestion}
          </button>
        </p>
      )}
      {answer?.degraded && <p className="pt-2 text-xs">{t("degraded")}</p>}
    </div>
  );
}
