import { VARIANTS } from "./prepare.ts";
import { ROLES, WAITING } from "./shapes.ts";

/**
 * The statements that make one chunk of conversations. Everything that looks random is taken from a hash of the
 * conversation's number, so that one conversation's rows agree in all tables.
 */

/** Which conversations to make: the first and last of the chunk, of how many, and among how many customers. */
export interface Chunk {
  first: number;
  last: number;
  count: number;
  customers: number;
}

/**
 * Makes `bulk_chunk`, one row a conversation: who, when, which shape. The numbers follow the time of creation, and so do the
 * ids: rows and keys are written where the last ones were. OFFSET 0 keeps the planner from working a hash out at each use.
 */
export const chunk = ({ first, last, count, customers }: Chunk): string => `
  CREATE TEMP TABLE bulk_chunk ON COMMIT DROP AS
  SELECT (lpad(to_hex((extract(epoch FROM created_at) * 1000)::bigint), 12, '0')
      || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid AS id,
    number, created_at, shape, variant, h, g, status, priority, seq, public_seq, requester_seq, transferred, last_event,
    last_public, origin_seq, requester_id, product_id, first_desk, platform_desk, agent_id, admin_id, taken,
    taken_by_admin,
    CASE WHEN transferred THEN jsonb_build_object('from', NULL, 'to', NULL, 'toName', NULL,
      'fromDesk', first_desk, 'toDesk', platform_desk, 'toDeskName', platform) END AS handed_on,
    CASE holder WHEN 'platform' THEN platform_desk ELSE first_desk END AS desk_id,
    CASE assignee WHEN 'admin' THEN admin_id WHEN 'agent' THEN agent_id END AS assignee_id,
    CASE WHEN h % 100 < CASE WHEN status IN ('resolved', 'closed') THEN 2 ELSE 25 END
      THEN requester_seq ELSE greatest(public_seq, requester_seq) END AS requester_read_seq,
    CASE WHEN status IN ('new', 'open') AND h % 2 = 0 THEN agent_seq ELSE seq END AS agent_read_seq
  FROM (
    SELECT d.n, d.number, d.h, d.g, d.hash, s.*, c.id AS requester_id, t.product_id, t.desk_id AS first_desk,
      t.agents[1 + h % array_length(t.agents, 1)] AS agent_id, t.taken[1 + h % array_length(t.agents, 1)] AS taken,
      p.desk_id AS platform_desk, p.desk AS platform, p.agents[1 + h % array_length(p.agents, 1)] AS admin_id,
      CASE WHEN s.transferred THEN p.taken[1 + h % array_length(p.agents, 1)] END AS taken_by_admin,
      date_trunc('milliseconds', ${createdAt(count)}) AS created_at
    FROM (
      SELECT n, number, hashint4(number) & 2147483647 AS h, (hashint8extended(number, 1) & 2147483647)::int AS g,
        md5('bulk ' || number) AS hash
      FROM (SELECT n, nextval('conversation_number_seq')::int AS number FROM generate_series(${first}, ${last}) n OFFSET 0) q
      OFFSET 0
    ) d
      JOIN bulk_slot l ON l.slot = CASE WHEN n > ${doneOf(count)} THEN g / 128 % ${WAITING} ELSE ${WAITING} + g / 128 % ${1000 - WAITING} END
      JOIN bulk_shape s ON s.shape = l.shape AND s.variant = g / 4096 % ${VARIANTS}
      JOIN bulk_customer c ON c.slot = n % ${customers}
      -- What is written to the platform is not handed on to it.
      JOIN bulk_target t ON t.slot = CASE WHEN h / 128 % 100 < 13 AND NOT s.transferred THEN -1
        ELSE (n % ${customers} + n / ${customers} % 3) % (SELECT max(slot) + 1 FROM bulk_target) END
      JOIN bulk_target p ON p.slot = -1
    OFFSET 0
  ) placed`;

const doneOf = (count: number) => Math.round((count * (1000 - WAITING)) / 1000);

/** What is done began between three years and a month ago, what waits after that; its newest event is never yet to come. */
function createdAt(count: number): string {
  const done = Math.max(1, doneOf(count));
  const waiting = Math.max(1, count - doneOf(count));
  return `now() - CASE WHEN n <= ${doneOf(count)} THEN interval '30 days' + interval '1065 days' * (1 - n / ${done}::float8)
    ELSE s.last_event + (interval '30 days' - s.last_event) * (1 - (n - ${doneOf(count)}) / ${waiting}::float8) END`;
}

const CONVERSATIONS = `
  INSERT INTO conversation (id, number, subject, channel, status, priority, category, requester_id, product_id, desk_id,
    assignee_id, seq, public_seq, requester_read_seq, requester_seq, agent_read_seq, created_at, last_event_at, last_public_at)
  SELECT c.id, c.number, t.subject || CASE WHEN h % 3 = 0 THEN ' (order MT-' || number || ')' ELSE '' END,
    ('{portal,portal,portal,email,email,chat,api}'::channel[])[1 + h % 7], c.status, c.priority,
    ('{question,installation,licence,billing,bug,feature,account,other}'::category[])[1 + g % 8],
    c.requester_id, c.product_id, c.desk_id, c.assignee_id, c.seq, c.public_seq, c.requester_read_seq, c.requester_seq,
    c.agent_read_seq, c.created_at, c.created_at + c.last_event, c.created_at + c.last_public
  FROM bulk_chunk c JOIN bulk_subject t ON t.slot = c.h / 8 % (SELECT count(*) FROM bulk_subject)`;

const DESKS = `
  INSERT INTO conversation_desk (conversation_id, desk_id)
  SELECT id, first_desk FROM bulk_chunk
  UNION ALL SELECT id, platform_desk FROM bulk_chunk WHERE transferred`;

const CURSORS = `
  INSERT INTO read_cursor (person_id, conversation_id, seq)
  SELECT requester_id, id, requester_read_seq FROM bulk_chunk
  UNION ALL SELECT CASE WHEN transferred THEN admin_id ELSE agent_id END, id, agent_read_seq FROM bulk_chunk WHERE agent_read_seq > 0
  UNION ALL SELECT agent_id, id, origin_seq FROM bulk_chunk WHERE transferred`;

/** The column of `bulk_chunk` that stands for a role's number. */
function columnOf(role: string, columns: Partial<Record<keyof typeof ROLES, string>>): string {
  const numbers = Object.keys(ROLES);
  const cases = Object.entries(columns).map(([key, column]) => `WHEN ${numbers.indexOf(key)} THEN c.${column}`);
  return `CASE ${role} ${cases.join(" ")} END`;
}

const person = (role: string) => columnOf(role, { requester: "requester_id", agent: "agent_id", admin: "admin_id" });
const desk = (role: string) => columnOf(role, { desk: "first_desk", platform: "platform_desk" });

const EVENTS = `
  INSERT INTO event (conversation_id, seq, kind, visibility, actor_id, desk_id, body, data, at)
  SELECT c.id, s.seq, s.kind, s.visibility, ${person("s.actor")}, ${desk("s.desk")}, s.body,
    CASE WHEN s.assigns IS NULL THEN s.data
      ELSE ${columnOf("s.assigns", { agent: "taken", admin: "taken_by_admin", platform: "handed_on" })} END,
    c.created_at + s.pause
  FROM bulk_chunk c JOIN bulk_step s ON s.shape = c.shape AND s.variant = c.variant`;

/** Moves a chunk into the tables. */
export const LOAD = [CONVERSATIONS, DESKS, EVENTS, CURSORS, "DROP TABLE bulk_chunk"];
