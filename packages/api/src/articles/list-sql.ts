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

/** When an article is to be checked again, in UTC: by its clock, since an index cannot hold what depends on a session's. */
const dueTime = (article: string): string =>
  `((${article}.verified_at AT TIME ZONE 'UTC') + make_interval(days => ${article}.verify_every_days))`;

/** Whether `article a` is to be checked again at a time. */
export const dueAt = (now: string): string => `(
  a.verify_every_days IS NOT NULL AND a.published_revision IS NOT NULL AND ${dueTime("a")} <= (${now} AT TIME ZONE 'UTC'))`;

/** An order that an index has, with the time that a page of it goes on after. */
interface Order {
  by(article: string): string;
  direction: "ASC" | "DESC";
  timeOf(found: Found): Date;
}

/** What changed last first. */
export const BY_CHANGE: Order = {
  by: (article) => `${article}.updated_at`,
  direction: "DESC",
  timeOf: ({ updatedAt }) => updatedAt,
};

/** What is due longest first. */
export const BY_DUE: Order = {
  by: dueTime,
  direction: "ASC",
  timeOf: (found) => dueDate(found) ?? found.updatedAt,
};

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
  const { verifiedAt: _, verifyEveryDays: __, publishAt, updatedAt, ...row } = found;
  const due = dueDate(found);
  return {
    ...row,
    publishAt: publishAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
    due: row.live && due !== null && due <= now,
  };
}

function dueDate({ verifiedAt, verifyEveryDays }: Found): Date | null {
  return verifiedAt && verifyEveryDays !== null ? new Date(verifiedAt.getTime() + verifyEveryDays * 86_400_000) : null;
}

/** Rows of one more than a page as a page. */
export function toPage(found: Found[], now: Date, { timeOf }: Order): ArticlePageOfRows {
  const last = found.length > PAGE ? found[PAGE - 1] : undefined;
  return {
    rows: found.slice(0, PAGE).map((row) => toRow(row, now)),
    nextCursor: last ? `${timeOf(last).toISOString()}_${last.id}` : null,
  };
}

const CURSOR = z.tuple([z.iso.datetime().refine((at) => !at.startsWith("0000")), z.uuid()]);

/** Where a page starts: after the last row of the page before. A cursor that is not one of ours starts at the top. */
export function after(cursor: string | undefined, values: Values, { by, direction }: Order): string {
  const parsed = CURSOR.safeParse(cursor?.split("_"));
  if (!parsed.success) return "TRUE";
  const [at, id] = parsed.data;
  const then =
    direction === "ASC" ? `${values.add(at, "timestamptz")} AT TIME ZONE 'UTC'` : values.add(at, "timestamptz");
  return `(${by("a")}, a.id) ${direction === "ASC" ? ">" : "<"} (${then}, ${values.add(id, "uuid")})`;
}

/** A pattern for LIKE that finds a text wherever it stands. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
