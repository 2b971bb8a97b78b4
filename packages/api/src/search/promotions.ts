import type { ReaderContext } from "../core/reader.ts";
import { articleHits } from "./found/articles.ts";
import { normal } from "./normal.ts";
import type { Hit } from "./schema.ts";

/** The articles that editors put first for a search, as far as the reader may read them. */
export async function promotedFor(context: ReaderContext, text: string): Promise<Hit[]> {
  const { rows } = await context.system.db.pool.query<{ id: string; title: string; summary: string }>({
    name: "promoted-for",
    text: `SELECT a.id, pg.title, pg.summary FROM search_promotion p
           JOIN article a ON a.id = p.article_id JOIN article_page pg ON pg.article_id = a.id
           WHERE p.query = $1 ORDER BY p.id`,
    values: [normal(text)],
  });
  if (rows.length === 0) return [];
  const shown = await articleHits(
    context,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, title, summary }) => {
    const readable = shown.get(id);
    if (!readable) return [];
    const found = { id: `article:${id}`, kind: "article", promoted: true } as const;
    return { ...readable, ...found, title: plain(title), excerpt: plain(summary) };
  });
}

function plain(text: string) {
  return text === "" ? [] : [{ text, match: false }];
}
