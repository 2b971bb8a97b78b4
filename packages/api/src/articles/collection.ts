import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";
import { meantFor, READER, readableTo, readerValues } from "./access.ts";
import { asCard, asCollection, CARD, collectionCard } from "./read-sql.ts";
import type { ArticleCard, CollectionCard, CollectionView } from "./reading.ts";

interface Found extends CollectionCard {
  id: string;
  parent: CollectionView["parent"];
  product: CollectionView["product"];
}

/**
 * A collection with what the reader may read in it and in its sections.
 *
 * @throws NOT_FOUND also where that is nothing.
 */
export async function readCollection(context: ReaderContext, { slug }: { slug: string }): Promise<CollectionView> {
  const { rows } = await context.system.db.pool.query<Found>({
    name: "help-collection",
    text: `SELECT ${collectionCard(meantFor(READER))},
        (SELECT json_build_object('slug', u.slug, 'name', u.name) FROM collection u WHERE u.id = c.parent_id) AS parent,
        (SELECT json_build_object('slug', p.slug, 'name', p.name) FROM product p WHERE p.id = c.product_id) AS product
      FROM collection c WHERE c.slug = $3`,
    values: [...readerValues(context), slug],
  });
  const [found] = rows;
  if (!found || found.articles === 0) throw new DomainError("NOT_FOUND");
  const groups = await groupsOf(context, found.id);
  return {
    ...asCollection(found),
    ...{ parent: found.parent, product: found.product },
    own: groups.find((group) => group.id === found.id)?.articles ?? [],
    sections: groups
      .filter((group) => group.id !== found.id)
      .map(({ slug, name, description, articles }) => ({ slug, name, description, articles })),
  };
}

interface Group {
  id: string;
  slug: string;
  name: string;
  description: string;
  articles: ArticleCard[];
}

/** The collection and its sections, each with its articles in order; those without any are left out. */
async function groupsOf(context: ReaderContext, id: string): Promise<Group[]> {
  const { rows } = await context.system.db.pool.query<Group>({
    name: "help-collection-articles",
    text: `SELECT c.id, c.slug, c.name, c.description,
        json_agg(${CARD} ORDER BY a.position, pg.title) AS articles
      FROM (SELECT * FROM collection WHERE id = $3::uuid UNION ALL SELECT * FROM collection WHERE parent_id = $3::uuid) c
      JOIN article a ON a.collection_id = c.id JOIN article_page pg ON pg.article_id = a.id
      WHERE ${readableTo(READER)}
      GROUP BY c.id, c.slug, c.name, c.description, c.position ORDER BY c.position, c.name`,
    values: [...readerValues(context), id],
  });
  return rows.map((group) => ({ ...group, articles: group.articles.map(asCard) }));
}
