"use client";

import type { Figures } from "@mintreu/api/articles/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** As long as the list of searches beside it. */
const SHOWN = 10;

/** What readers said with a vote that says no: the shortest way to a better article. */
export function Comments({ comments }: { comments: Figures["comments"] }) {
  const t = useTranslations("figures.comments");
  const [all, setAll] = useState(false);
  return (
    <section aria-labelledby="reader-comments" className="max-w-220">
      <h2 id="reader-comments" className="mb-2 font-semibold text-md">
        {t("title")}
      </h2>
      {comments.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
      <ul className="flex flex-col">
        {(all ? comments : comments.slice(0, SHOWN)).map(({ articleId, title, reason, comment, at }) => (
          <li key={`${articleId} ${at}`} className="border-border border-t py-2.5">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <Link
                href={`/knowledge/${articleId}`}
                prefetch={false}
                dir="auto"
                className="target font-medium hover:underline"
              >
                {title}
              </Link>
              {reason && <Badge tone="warning">{t(`reason.${reason}`)}</Badge>}
              <RelativeTime at={at} className="ms-auto text-muted text-xs" />
            </p>
            {comment && (
              <blockquote dir="auto" className="wrap-anywhere mt-1 text-md text-muted">
                {comment}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
      {comments.length > SHOWN && !all && (
        <Button size="sm" className="mt-2" onClick={() => setAll(true)}>
          {t("all", { count: comments.length })}
        </Button>
      )}
    </section>
  );
}
