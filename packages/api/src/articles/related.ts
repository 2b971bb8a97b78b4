import type { ReaderContext } from "../core/reader.ts";
import { READER, readableTo, readerValues } from "./access.ts";
import { asCard, CARD } from "./read-sql.ts";
import type { ArticleCard } from "./reading.ts";

const MOST = 5;

/**
 * What to read after an article: those that its writer named, then those that are most like it, as liken.ts found for readers
 * such as this one.
 */
export async function relatedTo(
  context: ReaderContext,
  article: { id: string; deskId: string },
): Promise<ArticleCard[]> {
  const { rows } = await context.system.db.pool.query<{ card: ArticleCard }>({
    name: "help-related",
    text: STATEMENT,
    values: [...readerValues(context), article.id, article.deskId],
  });
  return rows.map(({ card }) => asCard(card));
}

/** The widest audience that a reader belongs to, of those that articles/rules.ts tells apart. */
const AUDIENCE = `(CASE
  WHEN ${READER.person} IS NULL THEN 'public'
  WHEN ${READER.app} <> 'console' THEN 'customers'
  ELSE coalesce((SELECT CASE
    WHEN p.role = 'admin' OR EXISTS (SELECT FROM desk_member m WHERE m.desk_id = $4::uuid AND m.person_id = p.id) THEN 'agents'
    WHEN p.role = 'developer' THEN 'developers'
    ELSE 'customers' END FROM person p WHERE p.id = ${READER.person}), 'customers')
  END)::audience`;

/** What is found in both ways counts where it stands first. */
const STATEMENT = `
  WITH found AS (
    SELECT r.related_id AS id, 1 AS rank, r.position AS place FROM article_relation r WHERE r.article_id = $3::uuid
    UNION ALL
    SELECT l.like_id, 2, l.place FROM article_likeness l WHERE l.article_id = $3::uuid AND l.audience = ${AUDIENCE}
  ), best AS (SELECT DISTINCT ON (id) id, rank, place FROM found WHERE id <> $3::uuid ORDER BY id, rank, place)
  SELECT ${CARD} AS card FROM best b JOIN article a ON a.id = b.id JOIN article_page pg ON pg.article_id = a.id
  WHERE ${readableTo(READER)} ORDER BY b.rank, b.place LIMIT ${MOST}`;
