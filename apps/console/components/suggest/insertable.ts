import type { Hit } from "@mintreu/api/search/schema";
import { plain } from "../search/plain.ts";
import type { Insertable } from "./useInsertArticle.ts";

const PATH = /^\/help\/articles\/([^/?#]+)/;

/** A hit as it goes into a reply; null for what readers do not have, such as a draft. */
export function insertableOf(hit: Hit, helpUrl: string): Insertable | null {
  const [kind, articleId] = hit.id.split(":");
  const slug = PATH.exec(hit.href)?.[1];
  if (kind !== "article" || !articleId || !slug) return null;
  return { articleId, slug, title: plain(hit.title), url: new URL(`/help/articles/${slug}`, helpUrl).href };
}
