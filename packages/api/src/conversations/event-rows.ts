import type { Pool } from "pg";
import type { EventKind, StoredEvent, Visibility } from "./events.ts";

interface Row {
  conversationId: string;
  seq: number;
  kind: EventKind;
  visibility: Visibility;
  actorId: string;
  actorName: string;
  deskId: string | null;
  clientId: string | null;
  body: string | null;
  data: object | null;
  at: Date;
}

const SELECT = `
  SELECT e.conversation_id AS "conversationId", e.seq, e.kind, e.visibility, e.actor_id AS "actorId", p.name AS "actorName",
    e.desk_id AS "deskId", e.client_id AS "clientId", e.body, e.data, e.at
  FROM event e JOIN person p ON p.id = e.actor_id`;

/**
 * Events after a number, in order. What comes back has not been projected: it goes through `project` before it leaves.
 *
 * @param limit at most this many.
 */
export async function eventsAfter(
  pool: Pool,
  id: string,
  range: { after: number; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await pool.query<Row>({
    name: "events-after",
    text: `${SELECT} WHERE e.conversation_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
    values: [id, range.after, range.limit],
  });
  return rows.map(stored);
}

/** The last events before a number, in order; see `eventsAfter`. */
export async function eventsBefore(
  pool: Pool,
  id: string,
  range: { before: number; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await pool.query<Row>({
    name: "events-before",
    text: `${SELECT} WHERE e.conversation_id = $1 AND e.seq < $2 ORDER BY e.seq DESC LIMIT $3`,
    values: [id, range.before, range.limit],
  });
  return rows.reverse().map(stored);
}

function stored({ body, data, at, ...head }: Row): StoredEvent {
  return { ...head, at: at.toISOString(), data: { ...data, ...(body === null ? {} : { body }) } } as StoredEvent;
}
