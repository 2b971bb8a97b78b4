import type { World } from "./world.ts";

/** What each of many articles has, as SQL; `n` counts them from 1. */
interface Each {
  title?: string;
  collectionId?: string;
  verifiedAt?: string;
}

/** Writes many live articles of the developer's desk at once, by SQL: as their use cases it would take minutes. */
export async function manyArticles(
  { system, deskId, developer }: World,
  count: number,
  each: Each = {},
): Promise<void> {
  const { title = "'Article ' || n", collectionId = "NULL" } = each;
  const { verifiedAt = "now()" } = each;
  await system.db.pool.query(
    `WITH made AS (
       INSERT INTO article (id, slug, desk_id, title, revision, published_revision, state, author_id, owner_id,
         collection_id, verified_at, verify_every_days, published_at, updated_at)
       SELECT i.id, 'many-' || i.id, $1, ${title}, 1, 1, 'published', $2, $2,
         (${collectionId})::uuid, ${verifiedAt}, 90, now(), now() - n * interval '1 minute'
       FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${count}) n) i
       RETURNING id, title, updated_at),
     revisions AS (
       INSERT INTO article_revision (article_id, number, title, body, author_id)
       SELECT id, 1, title, 'Text of ' || title, $2 FROM made)
     INSERT INTO article_page (article_id, revision, title, summary, html, headings, text, updated_at)
     SELECT id, 1, title, '', '', '[]', '', updated_at FROM made`,
    [deskId, developer.personId],
  );
  await system.db.pool.query("ANALYZE article, article_page, article_revision");
}
