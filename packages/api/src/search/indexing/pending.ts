import type { ClientBase, Pool } from "pg";
import type { Ref } from "../documents/build.ts";
import type { SearchEngine } from "../engine.ts";

type EngineName = SearchEngine["name"];
type Queryable = Pick<ClientBase | Pool, "query">;

/** Something that an engine does not have as it is yet. */
export interface Pending extends Ref {
  /** How many changes were known when it was read: while that is so, indexing it settles it. */
  changes: number;
}

/** Longest time (s) until something is tried again: after an outage all has to be there within a minute. */
const LONGEST_WAIT = 30;

/** What is due for an engine, the longest waiting first. */
export async function pendingOf(db: Queryable, engine: EngineName, limit: number): Promise<Pending[]> {
  const { rows } = await db.query<Pending>({
    name: "search-pending",
    text: `SELECT thing, thing_id AS id, changes FROM search_pending WHERE engine = $1 AND due_at <= now()
           ORDER BY due_at LIMIT $2`,
    values: [engine, limit],
  });
  return rows;
}

/** Hands things on to an engine that has to catch up. */
export async function addPending(db: Queryable, engine: EngineName, refs: readonly Ref[]): Promise<void> {
  await db.query({
    name: "search-add-pending",
    text: `INSERT INTO search_pending AS p (engine, thing, thing_id, due_at)
           SELECT DISTINCT $1, r.thing, r.id, now() FROM unnest($2::text[], $3::uuid[]) AS r (thing, id)
           ORDER BY 2, 3
           ON CONFLICT (engine, thing, thing_id) DO UPDATE SET changes = p.changes + 1, due_at = now()`,
    values: [engine, ...columns(refs)],
  });
}

/** Puts things aside that could not be indexed: the others go on, and these are tried again later and later. */
export async function putAside(db: Queryable, engine: EngineName, refs: readonly Ref[]): Promise<void> {
  await db.query({
    name: "search-put-aside",
    text: `INSERT INTO search_pending AS p (engine, thing, thing_id, attempts, due_at)
           SELECT DISTINCT $1, r.thing, r.id, 1, now() + interval '1 second'
           FROM unnest($2::text[], $3::uuid[]) AS r (thing, id)
           ON CONFLICT (engine, thing, thing_id) DO UPDATE SET attempts = p.attempts + 1,
             due_at = now() + make_interval(secs => least(${LONGEST_WAIT}, power(2, least(p.attempts, 10))))`,
    values: [engine, ...columns(refs)],
  });
}

/** What was read is indexed; what has changed again meanwhile stays. */
export async function settlePending(db: Queryable, engine: EngineName, done: readonly Pending[]): Promise<void> {
  await db.query({
    name: "search-settle",
    text: `DELETE FROM search_pending p USING unnest($2::text[], $3::uuid[], $4::int[]) AS r (thing, id, changes)
           WHERE p.engine = $1 AND p.thing = r.thing AND p.thing_id = r.id AND p.changes = r.changes`,
    values: [engine, ...columns(done), done.map(({ changes }) => changes)],
  });
}

function columns(refs: readonly Ref[]): [things: string[], ids: string[]] {
  return [refs.map(({ thing }) => thing), refs.map(({ id }) => id)];
}
