"use client";

import type { ArticleCard } from "@mintreu/api/articles/reading";
import Link from "next/link";
import { useId } from "react";

/** Articles under a heading; nothing where there are none. */
export function ArticleLinks({
  title,
  text,
  articles,
}: {
  title: string;
  text?: string;
  articles: readonly ArticleCard[];
}) {
  const id = useId();
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-1 font-semibold text-md">
        {title}
      </h2>
      {text && <p className="mb-1 text-muted text-sm">{text}</p>}
      <ul className="max-w-220">
        {articles.map(({ id: articleId, slug, title: name, summary }) => (
          <li key={articleId} className="border-border border-t">
            <Link
              href={`/help/articles/${slug}`}
              data-row={articleId}
              className="block rounded-md px-1 py-2.5 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span dir="auto" className="block font-medium text-md">
                {name}
              </span>
              {summary && (
                <span dir="auto" className="line-clamp-2 text-muted text-sm">
                  {summary}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
