import MiniSearch from "minisearch";
import type { Article } from "./corpus.ts";

/** The peer: MiniSearch in memory, with prefixes and tolerance as its documentation recommends for a search as you type. */
export function miniSearch(articles: readonly Article[]): (text: string) => string[] {
  const index = new MiniSearch<Article>({
    fields: ["title", "headings", "body"],
    extractField: (article, field) => {
      const value = article[field as keyof Article];
      return typeof value === "string" ? value : value.join("\n");
    },
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 } },
  });
  index.addAll(articles);
  return (text) => index.search(text).map(({ id }) => String(id));
}
