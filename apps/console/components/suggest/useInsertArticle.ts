"use client";

import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useAct } from "../page/useAct.ts";
import { useInserting } from "./Inserting.tsx";
import { markdownOf } from "./markdown-of.ts";

/** An article that can be put into a reply. */
export interface Insertable {
  articleId: string;
  slug: string;
  title: string;
  /** Where the requester finds it. */
  url: string;
}

/** Puts an article into the reply: a link to it, or what it says. */
export function useInsertArticle(): (article: Insertable, as: "link" | "text") => Promise<void> {
  const t = useTranslations("suggest");
  const { trpc } = useLive().client;
  const act = useAct();
  const insert = useInserting();
  return async ({ articleId, slug, title, url }, as) => {
    const link = `[${escaped(title)}](${url})`;
    if (as === "link") return insert({ articleId, text: link, mark: url });
    const read = await act(() => trpc.articles.read.query({ slug }));
    if (!read || !("article" in read.value)) return;
    const body = markdownOf(read.value.article.html, url);
    // The link stays: the text may be shortened, and what is new in the article is found there.
    insert({ articleId, text: `${body}\n\n${t("more", { link })}`, mark: url });
  };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]*_`<>]/g, "\\$&");
}
