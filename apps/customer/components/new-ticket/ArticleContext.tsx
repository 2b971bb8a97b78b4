"use client";

import { IconButton } from "@mintreu/ui/kit/IconButton";
import { BookOpen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReadArticle } from "./ticket-draft.ts";

/** What the context takes. */
export interface ArticleContextProps {
  article: ReadArticle;
  onRemove: () => void;
}

/** The article that somebody came from: whoever answers sees that it was read. */
export function ArticleContext({ article: { slug, title }, onRemove }: ArticleContextProps) {
  const t = useTranslations("newTicket");
  return (
    <div className="flex items-start gap-3 rounded-lg border border-border bg-raised p-3">
      <BookOpen aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 text-md">
        <span className="text-muted">{t("article")} </span>
        <a href={`/help/articles/${slug}`} target="_blank" rel="noopener" className="font-medium text-accent underline">
          <bdi>{title}</bdi>
        </a>
        <span className="mt-0.5 block text-muted text-sm">{t("articleHint")}</span>
      </p>
      <IconButton label={t("removeArticle")} size="sm" onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}
