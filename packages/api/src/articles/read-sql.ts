import type { ArticleCard, CollectionCard } from "./reading.ts";

/** A card of `article a` with its page `pg`. */
export const CARD = `json_build_object('id', a.id, 'slug', a.slug, 'title', pg.title, 'summary', pg.summary, 'kind', a.kind,
  'updatedAt', pg.updated_at)`;

/** A time in JSON as everywhere else. */
export function asCard(card: ArticleCard): ArticleCard {
  return { ...card, updatedAt: new Date(card.updatedAt).toISOString() };
}

/** The columns of a collection's card, from `collection c`, with a count of its articles and its sections'. */
export const collectionCard = (meant: string): string => `c.id, c.slug, c.name, c.description, c.icon,
  (SELECT count(*)::int FROM article a WHERE a.published_revision IS NOT NULL AND ${meant}
   AND a.collection_id IN (SELECT c.id UNION ALL SELECT s.id FROM collection s WHERE s.parent_id = c.id)) AS articles`;

/** A row of those columns as it is shown. */
export function asCollection({ slug, name, description, icon, articles }: CollectionCard): CollectionCard {
  return { slug, name, description, icon, articles };
}
