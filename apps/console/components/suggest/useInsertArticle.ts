"use client";

import type { Audience } from "@mintreu/api/articles/schema";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
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

/** Whoever asks may read these. */
const CUSTOMERS = new Set<Audience>(["public", "customers"]);

/** Puts an article into the reply: a link to it, or what it says. Neither of one that the requester may not read. */
export function useInsertArticle(): (article: Insertable, as: "link" | "text") => Promise<void> {
  const t = useTranslations("suggest");
  const { trpc } = useLive().client;
  const act = useAct();
  const insert = useInserting();
  return async ({ articleId, slug, title, url }, as) => {
    const link = `[${escaped(title)}](${url})`;
    const read = await act(() => trpc.articles.read.query({ slug }));
    if (!read || !("article" in read.value)) return;
    const { audience, html } = read.value.article;
    if (!CUSTOMERS.has(audience))
      return void showToast({ tone: "danger", title: t("notReadable"), text: t("notReadableText") });
    if (as === "link") return insert({ articleId, text: link, mark: url });
    const body = markdownOf(html, url);
    // The link stays: the text may be shortened, and what is new in the article is found there.
    insert({ articleId, text: `${body}\n\n${t("more", { link })}`, mark: url });
  };
}

function escaped(text: string): string {
  return text.replace(/[\\[\]*_`<>]/g, "\\$&");
}
