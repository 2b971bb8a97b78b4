import { z } from "zod";
import type { ArticlePageOfRows, ArticleRow } from "./schema.ts";

/** Rows of a page of the list of those who write. */
export const PAGE = 40;

/** Days that "lately" is. */
export const LATELY = 30;

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly all: unknown[] = [];

  /** @returns the placeholder of a value, with its type. */
  add(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

/** Whether `article a` is of the desks in `$1`; null for all of them. */
export const ofDesks = (desks: readonly string[] | null): string =>
  desks ? "a.desk_id = ANY ($1::uuid[])" : "$1::uuid[] IS NULL";

/** Whether `article a` is to be checked again at a time. */
export const dueAt = (now: string): string => `(
  a.verify_every_days IS NOT NULL AND a.published_revision IS NOT NULL
  AND a.verified_at + make_interval(days => a.verify_every_days) <= ${now})`;

/** What a row shows of each article that a statement finds. */
export const rowStatement = (page: string, order = ""): string => `
  WITH page AS MATERIALIZED (${page})
  SELECT a.id, a.slug, a.title, a.kind, a.audience, a.state, a.published_revision IS NOT NULL AS live,
    a.publish_at AS "publishAt", a.verified_at AS "verifiedAt", a.verify_every_days AS "verifyEveryDays",
    a.updated_at AS "updatedAt",
    (SELECT json_build_object('id', p.id, 'name', p.name, 'hue', p.hue) FROM product p WHERE p.id = a.product_id) AS product,
    (SELECT json_build_object('id', c.id, 'name', c.name) FROM collection c WHERE c.id = a.collection_id) AS collection,
    (SELECT json_build_object('id', d.id, 'name', d.name) FROM desk d WHERE d.id = a.desk_id) AS desk,
    (SELECT json_build_object('id', o.id, 'name', o.name) FROM person o WHERE o.id = a.owner_id) AS owner,
    (SELECT json_build_object('by', p.name, 'reason', b.reason) FROM article_return b JOIN person p ON p.id = b.person_id
     WHERE b.article_id = a.id) AS "sentBack",
    (SELECT coalesce(sum(y.views), 0)::int FROM article_day y
     WHERE y.article_id = a.id AND y.day > (now() AT TIME ZONE 'UTC')::date - ${LATELY}) AS views,
    (SELECT avg(v.helpful::int)::float8 FROM article_vote v WHERE v.article_id = a.id) AS helpful
  FROM page a ${order}`;

type Found = Omit<ArticleRow, "publishAt" | "updatedAt" | "due"> & {
  publishAt: Date | null;
  updatedAt: Date;
  verifiedAt: Date | null;
  verifyEveryDays: number | null;
};

/** A row of the statement above as it is shown. */
export function toRow(found: Found, now: Date): ArticleRow {
  const { verifiedAt, verifyEveryDays, publishAt, updatedAt, ...row } = found;
  const dueAt = verifiedAt && verifyEveryDays !== null ? verifiedAt.getTime() + verifyEveryDays * 86_400_000 : null;
  return {
    ...row,
    publishAt: publishAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    due: row.live && dueAt !== null && dueAt <= now.getTime(),
  };
}

/** Rows of one more than a page as a page. */
export function toPage(found: Found[], now: Date): ArticlePageOfRows {
  const rows = found.slice(0, PAGE).map((row) => toRow(row, now));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, nextCursor: last ? cursorOf(last) : null };
}

/** Where a list goes on after a row. */
function cursorOf({ updatedAt, id }: { updatedAt: string; id: string }): string {
  return `${updatedAt}_${id}`;
}

const CURSOR = z.tuple([z.iso.datetime().refine((at) => !at.startsWith("0000")), z.uuid()]);

/** Where a page starts: after the last row of the page before. A cursor that is not one of ours starts at the top. */
export function after(cursor: string | undefined, values: Values, row: { at: string; id: string }): string {
  const parsed = CURSOR.safeParse(cursor?.split("_"));
  if (!parsed.success) return "TRUE";
  const [at, id] = parsed.data;
  return `(${row.at}, ${row.id}) < (${values.add(at, "timestamptz")}, ${values.add(id, "uuid")})`;
}

/** A pattern for LIKE that finds a text wherever it stands. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
