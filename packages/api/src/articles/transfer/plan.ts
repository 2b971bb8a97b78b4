import { DomainError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import type { System } from "../../core/system.ts";
import { Breath } from "../../search/postgres/breath.ts";
import { slugOf } from "../slug.ts";
import { type Destination, destinationsIn } from "./destinations.ts";
import type { SourceArticle } from "./read-source.ts";

/** An article of an import with what it is here: one that is known, or a new one with a free address. */
export interface Planned extends SourceArticle {
  id: string;
  slug: string;
  isNew: boolean;
  /** Its file names an address that another article has. */
  slugTaken: boolean;
  /** Every address in its text. */
  places: Destination[];
}

const UUID = /^id:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Addresses in all texts together: each takes memory until the import is done. */
const MOST_PLACES = 500_000;

/**
 * Finds out which articles a desk has already, and gives the others ids and addresses, so that all can link to all.
 *
 * @throws ARCHIVE_TOO_BIG for more addresses than a help centre has.
 */
export async function plan(system: System, deskId: string, articles: readonly SourceArticle[]): Promise<Planned[]> {
  const { article } = system.db.prisma;
  const keys = articles.map(({ key }) => key);
  const ids = keys.flatMap((key) => UUID.exec(key)?.[1] ?? []);
  const where = { deskId, OR: [{ source: { in: keys } }, { id: { in: ids } }] };
  const known = await article.findMany({ where, select: { id: true, slug: true, source: true } });
  // One that an export names by the id it has here may have come from elsewhere by another.
  const byKey = new Map<string, (typeof known)[number]>(known.map((one) => [`id:${one.id}`, one]));
  for (const one of known) if (one.source) byKey.set(one.source, one);
  const isFree = await freeSlugs(system, deskId, articles);
  const places = await placesIn(articles);
  return articles.map((one, index): Planned => {
    const here = byKey.get(one.key);
    const about = { ...one, places: places[index] ?? [], slugTaken: false };
    const wanted = wantedSlug(one);
    if (here) {
      // One that it had before, and gave up here, is not free.
      const moves = one.front.slug !== undefined && wanted !== here.slug && isFree(wanted);
      return { ...about, id: here.id, slug: moves ? wanted : here.slug, isNew: false };
    }
    const slug = firstFree(wanted, isFree);
    return { ...about, id: newId(), slug, isNew: true, slugTaken: one.front.slug !== undefined && slug !== wanted };
  });
}

/** The addresses in each text; others get their turn in between. */
async function placesIn(articles: readonly SourceArticle[]): Promise<Destination[][]> {
  const breath = new Breath();
  const places: Destination[][] = [];
  let count = 0;
  for (const { body, ours } of articles) {
    const found = destinationsIn(body, { wiki: !ours });
    count += found.length;
    if (count > MOST_PLACES) throw new DomainError("ARCHIVE_TOO_BIG");
    places.push(found);
    await breath.take();
  }
  return places;
}

function wantedSlug({ front, title }: SourceArticle): string {
  return front.slug ?? (slugOf(title) || "article");
}

/** Whether a slug is free as slug.ts has it, of those that articles of an import may want; each is given away once. */
async function freeSlugs(
  { db }: System,
  deskId: string,
  articles: readonly SourceArticle[],
): Promise<(slug: string) => boolean> {
  const wanted = [...new Set(articles.map(wantedSlug))];
  const { rows } = await db.pool.query<{ slug: string }>(
    `SELECT slug FROM article WHERE (desk_id = $2 OR published_at IS NOT NULL)
       AND (slug = ANY($1) OR slug ~ '-[0-9]+$' AND regexp_replace(slug, '-[0-9]+$', '') = ANY($1))
     UNION ALL
     SELECT slug FROM article_redirect WHERE slug = ANY($1) OR slug ~ '-[0-9]+$' AND regexp_replace(slug, '-[0-9]+$', '') = ANY($1)`,
    [wanted, deskId],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  return (slug) => {
    if (taken.has(slug)) return false;
    taken.add(slug);
    return true;
  };
}

function firstFree(slug: string, isFree: (slug: string) => boolean): string {
  if (isFree(slug)) return slug;
  let number = 2;
  while (!isFree(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
