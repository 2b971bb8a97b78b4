import type { Prisma } from "@mintreu/db/generated/client";
import type { Actor, Role } from "../core/actor.ts";
import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";
import type { Context } from "../core/transact.ts";
import { type ArticleAction, may, type Writer, writes } from "./rules.ts";
import type { ArticleKind, ArticleState, Audience } from "./schema.ts";

/** An article as those who write it load, decide on and change it. */
export interface Article {
  readonly id: string;
  readonly slug: string;
  readonly deskId: string;
  readonly productId: string | null;
  readonly collectionId: string | null;
  readonly kind: ArticleKind;
  readonly audience: Audience;
  readonly state: ArticleState;
  readonly title: string;
  readonly revision: number;
  readonly publishedRevision: number | null;
  readonly publishAt: Date | null;
  readonly publishedAt: Date | null;
  readonly ownerId: string;
  readonly verifiedAt: Date | null;
  /** Whether it has a page. */
  readonly live: boolean;
  /** Whether its desk has articles reviewed. */
  readonly reviews: boolean;
  /** Who wrote the newest revision. */
  readonly writerId: string;
}

/** An article, and how somebody who writes it stands to it. Only this file makes one: access is loading. */
export interface ArticleAccess {
  article: Article;
  writer: Writer;
}

/**
 * Loads an article for somebody who writes it.
 *
 * @throws NOT_FOUND for whoever is neither a member of its desk nor an admin, even where they may read it; FORBIDDEN when
 *   they may not do this to it.
 */
export function accessArticle({ system, actor }: Context, id: string, action: ArticleAction): Promise<ArticleAccess> {
  return loadArticle(system.db.prisma, { id, actor, action });
}

/** The same in a transaction, with the article held until its end, so that two changes happen one after the other. */
export async function holdArticle(tx: Prisma.TransactionClient, wanted: Wanted): Promise<ArticleAccess> {
  // A statement of its own: what the next one reads has to be newer than the lock.
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${wanted.id}::uuid FOR NO KEY UPDATE`;
  return loadArticle(tx, wanted);
}

interface Wanted {
  id: string;
  actor: Actor;
  action: ArticleAction;
}

type Row = Article & { role: Role; tier: number | null };

async function loadArticle(db: Prisma.TransactionClient, { id, actor, action }: Wanted): Promise<ArticleAccess> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id, a.slug, a.desk_id AS "deskId", a.product_id AS "productId", a.collection_id AS "collectionId", a.kind,
      a.audience, a.state, a.title, a.revision, a.published_revision AS "publishedRevision", a.publish_at AS "publishAt",
      a.published_at AS "publishedAt", a.owner_id AS "ownerId", a.verified_at AS "verifiedAt",
      EXISTS (SELECT FROM article_page pg WHERE pg.article_id = a.id) AS live, d.reviews_articles AS reviews,
      r.author_id AS "writerId", p.role, m.tier
    FROM article a
    JOIN desk d ON d.id = a.desk_id
    JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
    JOIN person p ON p.id = ${actor.personId}::uuid
    LEFT JOIN desk_member m ON m.desk_id = a.desk_id AND m.person_id = p.id
    WHERE a.id = ${id}::uuid`;
  if (!row) throw new DomainError("NOT_FOUND");
  const { role, tier, ...article } = row;
  const writer: Writer = { personId: actor.personId, app: actor.app, role, tier };
  if (!writes(writer)) throw new DomainError("NOT_FOUND");
  if (!may(writer, article, action)) throw new DomainError("FORBIDDEN", { action });
  return { article, writer };
}

/** A desk, and how somebody who writes its articles stands to it. */
export interface DeskAccess {
  desk: { id: string; kind: "platform" | "developer"; tiers: number; reviews: boolean };
  writer: Writer;
}

/**
 * Loads a desk for somebody who writes its articles.
 *
 * @throws NOT_FOUND for whoever is neither its member nor an admin.
 */
export async function accessDesk(
  { system, actor }: Context,
  id: string,
  db: Prisma.TransactionClient = system.db.prisma,
): Promise<DeskAccess> {
  const [row] = await db.$queryRaw<(DeskAccess["desk"] & { role: Role; tier: number | null })[]>`
    SELECT d.id, d.kind, d.tiers, d.reviews_articles AS reviews, p.role, m.tier
    FROM desk d JOIN person p ON p.id = ${actor.personId}::uuid
    LEFT JOIN desk_member m ON m.desk_id = d.id AND m.person_id = p.id
    WHERE d.id = ${id}::uuid`;
  if (!row) throw new DomainError("NOT_FOUND");
  const { role, tier, ...desk } = row;
  const writer: Writer = { personId: actor.personId, app: actor.app, role, tier };
  if (!writes(writer)) throw new DomainError("NOT_FOUND");
  return { desk, writer };
}

/**
 * Whether a reader may read `article a`: `mayRead` of rules.ts as a condition, for pages, lists and counts. A property test
 * holds the two equal.
 *
 * @param reader placeholders of the reader's person id, null for a visitor, and app, such as `$1::uuid` and `$2::text`.
 */
export const readableTo = (reader: { person: string; app: string }): string => `(
  EXISTS (SELECT FROM article_page pg WHERE pg.article_id = a.id) AND ${meantFor(reader)})`;

/** The same without asking whether it has a page. */
export const meantFor = ({ person, app }: { person: string; app: string }): string => `(
  a.audience = 'public' OR (a.audience = 'customers' AND ${person} IS NOT NULL)
  OR (${app} = 'console' AND (
    (a.audience = 'developers' AND EXISTS (SELECT FROM person p WHERE p.id = ${person} AND p.role <> 'customer'))
    OR (a.audience = 'agents' AND (
      EXISTS (SELECT FROM desk_member m WHERE m.desk_id = a.desk_id AND m.person_id = ${person})
      OR EXISTS (SELECT FROM person p WHERE p.id = ${person} AND p.role = 'admin'))))))`;

/** Who reads, as the first two values of a statement that asks `READER`. */
export function readerValues({ actor, app }: Pick<ReaderContext, "actor" | "app">): [string | null, string] {
  return [actor?.personId ?? null, app];
}

/** The placeholders that `readerValues` fills. */
export const READER = { person: "$1::uuid", app: "$2::text" } as const;
