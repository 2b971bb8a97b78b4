import { AUDIENCES, type Audience } from "../articles/schema.ts";
import type { ReaderContext } from "../core/reader.ts";

/**
 * Who may find something, as words: whoever holds one of them may.
 *
 * `public` is held by everybody, `customers` by whoever is signed in, `developers` by developers and admins, `desk:<id>` by its
 * members, `person:<id>` by that person in the customer app, `admins` by admins in the console.
 */
export type Reader = "public" | "customers" | "developers" | "admins" | `desk:${string}` | `person:${string}`;

/** Whoever may read an article once it is published. */
export function readersOfArticle({ audience, deskId }: { audience: Audience; deskId: string }): Reader[] {
  return audience === "agents" ? writersOf(deskId) : [audience];
}

/** Whoever writes a desk's articles: drafts are theirs alone. */
export function writersOf(deskId: string): Reader[] {
  return [`desk:${deskId}`, "admins"];
}

/** Documentation of a product is public. */
export const READERS_OF_DOCUMENTATION: readonly Reader[] = ["public"];

/** Products are found by those who sell them, and by admins. */
export function readersOfProduct({ deskId }: { deskId: string }): Reader[] {
  return writersOf(deskId);
}

/** What everybody of an audience holds at least; of a desk's agents, what its members do. */
export function heldAs(audience: Audience, deskId: string): Reader[] {
  const all: Reader[] = ["public", "customers", "developers", `desk:${deskId}`];
  return all.slice(0, AUDIENCES.indexOf(audience) + 1);
}

/** What part of a conversation a document holds. */
export type Part = "public" | "agents" | { deskId: string };

/** Whoever may read a part of a conversation: `viewerOf` of conversations/rules.ts and `maySee` of events.ts in words. */
export function readersOfConversation(
  { requesterId, deskIds }: { requesterId: string; deskIds: readonly string[] },
  part: Part,
): Reader[] {
  if (typeof part === "object") return writersOf(part.deskId);
  const agents: Reader[] = [...deskIds.map((id): Reader => `desk:${id}`), "admins"];
  return part === "public" ? [`person:${requesterId}`, ...agents] : agents;
}

/**
 * What somebody holds now, in the app they are in. Read from the database each time, so that a right that ends, ends at once.
 */
export async function heldBy({ system, actor, app }: ReaderContext): Promise<Reader[]> {
  if (!actor) return ["public"];
  if (app === "customer") return ["public", "customers", `person:${actor.personId}`];
  const { rows } = await system.db.pool.query<{ role: string; deskIds: string[] }>({
    name: "held-by",
    text: `SELECT p.role, ARRAY(SELECT m.desk_id FROM desk_member m WHERE m.person_id = p.id)::text[] AS "deskIds"
           FROM person p WHERE p.id = $1`,
    values: [actor.personId],
  });
  const [person] = rows;
  if (!person) return ["public"];
  const held: Reader[] = ["public", "customers", ...person.deskIds.map((id): Reader => `desk:${id}`)];
  if (person.role !== "customer") held.push("developers");
  if (person.role === "admin") held.push("admins");
  return held;
}
