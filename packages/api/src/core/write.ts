import type { Pool } from "pg";
import type { Changes } from "./transact.ts";

/**
 * Everything that transactions decided, in one statement, which PostgreSQL commits by itself.
 *
 * A conversation is written only while everything that was decided on still holds: its `seq`, the roles and desks of the
 * actors, and that their client ids are new. Whatever belongs to one for which it does not is left out whole. A row that another transaction holds is skipped, so that nobody waits for
 * somebody else's lock, and its work is run again by itself.
 *
 * Cheaper than BEGIN, SELECT … FOR UPDATE, writes, COMMIT, and as strict: docs/decisions/0002-one-statement-commit.md.
 */
const write = ({ lock, opens }: { lock: string; opens: boolean }) => `
  WITH input AS (
    SELECT * FROM json_to_recordset($1) AS i (id uuid, number int, expected int, status conversation_status,
      priority priority, "deskId" uuid, "assigneeId" uuid, tier int, seq int, "publicSeq" int, "requesterSeq" int,
      "requesterReadSeq" int, "agentReadSeq" int, at timestamptz, "publicAt" timestamptz, subject text, channel channel,
      category category, "requesterId" uuid, "productId" uuid, "followsId" uuid)
  ), stale AS (
    SELECT g."conversationId" AS id
    FROM json_to_recordset($5) AS g ("conversationId" uuid, "personId" uuid, role role, "deskIds" uuid[])
    WHERE g.role <> (SELECT p.role FROM person p WHERE p.id = g."personId")
      OR g."deskIds" <> ARRAY(SELECT m.desk_id FROM desk_member m WHERE m.person_id = g."personId" ORDER BY m.desk_id)
    UNION ALL
    SELECT n."conversationId" FROM json_to_recordset($2) AS n ("conversationId" uuid, "actorId" uuid, "clientId" uuid)
    WHERE (SELECT TRUE FROM event e WHERE e.actor_id = n."actorId" AND e.client_id = n."clientId" LIMIT 1)
  ), held AS (
    SELECT c.id FROM conversation c JOIN input i ON i.id = c.id AND i.expected = c.seq
    WHERE c.id NOT IN (SELECT id FROM stale)
    FOR NO KEY UPDATE OF c ${lock}
  ), changed AS (
    UPDATE conversation c SET status = i.status, priority = i.priority, desk_id = i."deskId", assignee_id = i."assigneeId",
      tier = i.tier, seq = i.seq, public_seq = i."publicSeq", requester_seq = i."requesterSeq",
      requester_read_seq = greatest(c.requester_read_seq, i."requesterReadSeq"),
      agent_read_seq = greatest(c.agent_read_seq, i."agentReadSeq"),
      last_event_at = coalesce(i.at, c.last_event_at), last_public_at = coalesce(i."publicAt", c.last_public_at)
    FROM input i JOIN held h ON h.id = i.id
    WHERE c.id = i.id AND c.seq = i.expected
    RETURNING c.id
  )${opens ? OPENED : ", written AS (SELECT id FROM changed)"}, events AS (
    INSERT INTO event (conversation_id, seq, kind, visibility, actor_id, desk_id, client_id, body, data, at)
    SELECT e."conversationId", e.seq, e.kind, e.visibility, e."actorId", e."deskId", e."clientId", e.body, e.data, e.at
    FROM json_to_recordset($2) AS e ("conversationId" uuid, seq int, kind event_kind, visibility visibility, "actorId" uuid,
      "deskId" uuid, "clientId" uuid, body text, data jsonb, at timestamptz)
    JOIN written w ON w.id = e."conversationId"
  ), reads AS (
    INSERT INTO read_cursor (person_id, conversation_id, seq)
    SELECT r."personId", r."conversationId", r.seq
    FROM json_to_recordset($3) AS r ("personId" uuid, "conversationId" uuid, seq int)
    JOIN written w ON w.id = r."conversationId"
    ON CONFLICT (person_id, conversation_id) DO UPDATE SET seq = greatest(read_cursor.seq, excluded.seq)
  ), jobs AS (
    INSERT INTO outbox (name, payload, start_at, singleton_key)
    SELECT j.name, j.payload, now() + make_interval(secs => coalesce(j.delay, 0)), j.key
    FROM json_to_recordset($4) AS j ("conversationId" uuid, name text, payload jsonb, delay float8, key text)
    JOIN written w ON w.id = j."conversationId"
  )
  SELECT id FROM written`;

/** What most batches do not need and would pay for: new conversations, and desks that come to take part. */
const OPENED = `, opened AS (
    INSERT INTO conversation (id, number, subject, channel, status, priority, category, requester_id, product_id, desk_id,
      assignee_id, tier, seq, public_seq, requester_seq, requester_read_seq, agent_read_seq, follows_id, created_at,
      last_event_at, last_public_at)
    SELECT id, number, subject, channel, status, priority, category, "requesterId", "productId", "deskId", "assigneeId",
      tier, seq, "publicSeq", "requesterSeq", "requesterReadSeq", "agentReadSeq", "followsId", at, at, at
    FROM input WHERE expected = 0 AND ("followsId" IS NULL OR "followsId" IN (SELECT id FROM changed))
    RETURNING id
  ), written AS (SELECT id FROM changed UNION ALL SELECT id FROM opened
  ), desks AS (
    INSERT INTO conversation_desk (conversation_id, desk_id)
    SELECT i.id, i."deskId" FROM input i JOIN written USING (id)
    ON CONFLICT DO NOTHING
  )`;

/** The statement for a batch; the database plans each of the four once a connection. */
function statementFor(all: readonly Changes[], wait: boolean): { name: string; text: string } {
  const opens = all.some(({ created, events }) => created !== null || events.some(({ kind }) => kind === "assigned"));
  const name = `write${opens ? "-opening" : ""}${wait ? "-waiting" : ""}`;
  // A work that was skipped before waits for its turn.
  return { name, text: write({ opens, lock: wait ? "" : "SKIP LOCKED" }) };
}

/**
 * Commits the changes of several conversations.
 *
 * @param wait whether to wait for a row that another transaction holds.
 * @returns the conversations that were written, by id; one that is missing had moved on and wrote nothing.
 */
export async function writeAll(pool: Pool, all: readonly Changes[], wait: boolean): Promise<ReadonlySet<string>> {
  const values = [
    JSON.stringify(all.map(conversationRow)),
    JSON.stringify(all.flatMap((changes) => changes.events.map(eventRow))),
    JSON.stringify(
      all.flatMap(({ conversation, reads }) => reads.map((r) => ({ ...r, conversationId: conversation.id }))),
    ),
    JSON.stringify(
      all.flatMap(({ conversation, jobs }) => jobs.map((j) => ({ ...j, conversationId: conversation.id }))),
    ),
    JSON.stringify(all.flatMap(standingRows)),
  ];
  const { rows } = await pool.query<{ id: string }>({ ...statementFor(all, wait), values });
  return new Set(rows.map((row) => row.id));
}

function conversationRow({ conversation, expected, created, events }: Changes) {
  return {
    ...conversation,
    ...created,
    deskIds: undefined,
    expected,
    at: events.at(-1)?.at ?? null,
    publicAt: events.findLast((event) => event.visibility === "public")?.at ?? null,
  };
}

function standingRows({ conversation, standings }: Changes) {
  return standings.map(({ personId, role, deskIds }) => ({ conversationId: conversation.id, personId, role, deskIds }));
}

function eventRow(event: Changes["events"][number]) {
  const { body, ...data } = { body: null, ...event.data };
  return { ...event, actorName: undefined, body, data: Object.keys(data).length > 0 ? data : null };
}
