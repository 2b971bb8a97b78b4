"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../kit/Button.tsx";
import { SkeletonRows } from "../../kit/PageSkeleton.tsx";
import { Sheet } from "../../kit/Sheet.tsx";
import { ArticleText } from "../article/ArticleText.tsx";
import { useTRPC } from "../trpc.ts";

/** What the sheet takes. */
export interface ArticleSheetProps {
  /** Where the article is in this app, such as `/help/articles/refunds`; null while none is read. */
  href: string | null;
  onClose: () => void;
  /** Leave out where nobody asks whether it answered. */
  onAnswered?: () => void;
}

/** An article over the page, beside what one is doing. Gives the focus back where it was. Inside LiveProvider. */
export function ArticleSheet({ href, onClose, onAnswered }: ArticleSheetProps) {
  const t = useTranslations("answers");
  const trpc = useTRPC();
  const slug = href?.split("/").at(-1) ?? "";
  const { data, isError } = useQuery({
    ...trpc.articles.read.queryOptions({ slug }),
    enabled: href !== null,
    staleTime: 60_000,
  });
  const article = data && "article" in data ? data.article : null;
  return (
    <Sheet open={href !== null} onOpenChange={(open) => !open && onClose()} title={article?.title ?? t("reading")} wide>
      <div className="flex-1 px-5 pt-2 pb-6 sm:px-7">
        {article ? <ArticleText html={article.html} /> : isError ? <Gone /> : <SkeletonRows rows={5} />}
      </div>
      {article && (
        <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-3 border-border border-t bg-raised px-5 py-3 sm:px-7">
          <a
            href={href ?? undefined}
            target="_blank"
            rel="noopener"
            className="target inline-flex items-center gap-1.5 rounded-xs text-muted text-sm hover:text-text hover:underline"
          >
            <ExternalLink aria-hidden className="size-4" />
            {t("whole")}
          </a>
          {onAnswered && (
            <Button variant="primary" icon={<CircleCheck aria-hidden />} onClick={onAnswered}>
              {t("answered")}
            </Button>
          )}
        </div>
      )}
    </Sheet>
  );
}

function Gone() {
  const t = useTranslations("answers");
  return <p className="py-6 text-base text-muted">{t("gone")}</p>;
}
