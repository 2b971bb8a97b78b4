"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { BookOpenText, FilterX } from "lucide-react";
import { useTranslations } from "next-intl";

/** What an empty list takes. */
export interface EmptyKnowledgeProps {
  /** There may be articles that the filters hide. */
  narrowed: boolean;
  onClear: () => void;
  onNew: () => void;
  onImport: () => void;
}

/** A list of articles with nothing in it: why, and what to do next. */
export function EmptyKnowledge({ narrowed, onClear, onNew, onImport }: EmptyKnowledgeProps) {
  const t = useTranslations("knowledge.empty");
  if (narrowed) {
    return (
      <EmptyState
        icon={<FilterX />}
        title={t("filteredTitle")}
        text={t("filteredText")}
        action={<Button onClick={onClear}>{t("clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<BookOpenText />}
      title={t("title")}
      text={t("text")}
      action={
        <>
          <Button onClick={onImport}>{t("import")}</Button>
          <Button variant="primary" onClick={onNew}>
            {t("new")}
          </Button>
        </>
      }
    />
  );
}
