import type { ReaderContext } from "../core/reader.ts";
import { READER, readableTo, readerValues } from "./access.ts";
import { asCard, CARD } from "./read-sql.ts";
import type { ArticleCard } from "./reading.ts";

const MOST = 5;

/**
 * What to read after an article: those that its writer named; then the most read of its collection and of its product, or
 * of the platform where it has none, until there are enough.
 */
export async function relatedTo(
  context: ReaderContext,
  article: { id: string; collectionId: string | null; productId: string | null },
): Promise<ArticleCard[]> {
  const { rows } = await context.system.db.pool.query<{ card: ArticleCard }>({
    name: article.productId ? "help-related-product" : "help-related",
    text: statement(article.productId ? "a.product_id = $5::uuid" : "$5::uuid IS NULL AND a.product_id IS NULL"),
    values: [...readerValues(context), article.id, article.collectionId, article.productId],
  });
  return rows.map(({ card }) => asCard(card));
}

/** Each way finds a few by its own index; what two of them find counts where it stands first. */
const statement = (sameProduct: string): string => {
  const readable = `a.id <> $3::uuid AND ${readableTo(READER)}`;
  const most = (condition: string, rank: number) => `(
    SELECT a.id, ${rank} AS rank, row_number() OVER (ORDER BY a.recent_views DESC, a.id DESC) AS place FROM article a
    WHERE a.published_revision IS NOT NULL AND ${condition} AND ${readable}
    ORDER BY a.recent_views DESC, a.id DESC LIMIT ${MOST + 1})`;
  return `
    WITH found AS (
      (SELECT a.id, 1 AS rank, r.position AS place FROM article_relation r JOIN article a ON a.id = r.related_id
       WHERE r.article_id = $3::uuid AND ${readable})
      UNION ALL ${most("a.collection_id = $4::uuid", 2)}
      UNION ALL ${most(sameProduct, 3)}
    ), best AS (SELECT DISTINCT ON (id) id, rank, place FROM found ORDER BY id, rank, place)
    SELECT ${CARD} AS card FROM best b JOIN article a ON a.id = b.id JOIN article_page pg ON pg.article_id = a.id
    ORDER BY b.rank, b.place LIMIT ${MOST}`;
};
