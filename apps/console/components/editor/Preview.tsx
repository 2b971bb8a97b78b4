"use client";

import { ArticleText } from "@mintreu/ui/support/article/ArticleText";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Writing } from "./useWriting.ts";

/** How long after the last change the preview follows (ms). */
const QUIET = 350;

/** The article as its readers will see it, made by the server that makes it for them. */
export function Preview({ writing }: { writing: Writing }) {
  const t = useTranslations("editor.preview");
  const { trpc } = useLive().client;
  const [html, setHtml] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const { changes, words } = writing;
  // `changes` is not read: it says when to look again.
  useEffect(() => {
    let gone = false;
    const look = async () => {
      try {
        const { html } = await trpc.articles.preview.mutate({ body: words().body });
        if (gone) return;
        setHtml(html);
        setFailed(false);
      } catch {
        if (!gone) setFailed(true);
      }
    };
    const timer = setTimeout(() => void look(), html === null ? 0 : QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [changes, trpc, words]);
  return (
    <section
      aria-label={t("label")}
      className="pane-scroll min-h-0 min-w-0 flex-1 border-border bg-surface lg:border-s"
    >
      <article className="mx-auto max-w-170 px-4 pt-5 pb-24 md:px-8">
        {failed && (
          <p role="status" className="pb-3 text-danger text-sm">
            {t("failed")}
          </p>
        )}
        <h2 className="font-semibold text-2xl">{writing.title || t("untitled")}</h2>
        {writing.summary && <p className="pt-2 text-base text-muted">{writing.summary}</p>}
        <div className="pt-6">{html !== null && <ArticleText html={html} />}</div>
      </article>
    </section>
  );
}
