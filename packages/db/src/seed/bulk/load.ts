import { DAY, MINUTE } from "../schedule.ts";
import { VARIANTS } from "./prepare.ts";
import { ROLES } from "./shapes.ts";

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

/** Makes `bulk_chunk`, one row a conversation: who, when, which shape. */
export const chunk = ({ first, last, count, customers }: Chunk): string => `
  CREATE TEMP TABLE bulk_chunk ON COMMIT DROP AS
  WITH numbered AS MATERIALIZED (
    SELECT n, nextval('conversation_number_seq')::int AS number FROM generate_series(${first}, ${last}) AS n
  ), drawn AS MATERIALIZED (
    SELECT n, number, n % ${customers} AS customer,
      hashint4(number) & 2147483647 AS h, hashint8extended(number, 1) & 2147483647 AS g, md5('bulk ' || number) AS hash
    FROM numbered
  ), aimed AS (
    -- What is written to the platform is not handed on to it.
    SELECT d.*, l.shape, CASE WHEN g % 100 < 13 AND NOT s.transferred THEN -1
      ELSE (customer + n / ${customers} % 3) % targets END AS target
    FROM drawn d JOIN bulk_slot l ON l.slot = d.g / 128 % 1000 JOIN bulk_shape s USING (shape),
      (SELECT max(slot) + 1 AS targets FROM bulk_target) t
  ), placed AS (
    SELECT a.n, a.number, a.h, a.g, a.hash, a.shape, c.id AS requester_id, t.product_id, t.desk_id AS first_desk,
      t.agents[1 + h % array_length(t.agents, 1)] AS agent_id, t.names[1 + h % array_length(t.agents, 1)] AS agent,
      p.desk_id AS platform_desk, t.desk AS first, p.desk AS platform,
      p.agents[1 + h % array_length(p.agents, 1)] AS admin_id, p.names[1 + h % array_length(p.agents, 1)] AS admin
    FROM aimed a JOIN bulk_customer c ON c.slot = a.customer
      JOIN bulk_target t ON t.slot = a.target JOIN bulk_target p ON p.slot = -1
  ), timed AS MATERIALIZED (
    SELECT p.*, s.status, s.priority, s.seq, s.public_seq, s.requester_seq, s.agent_seq, s.origin_seq, s.transferred,
      s.last_event, s.last_public, s.assignee, s.holder, 40 + h % 60 AS pace,
      (extract(epoch FROM now()) * 1000)::bigint - CASE WHEN s.status IN ('resolved', 'closed')
        THEN ${DAY}::bigint * 1095 - ${DAY}::bigint * 1065 * n / ${count}
        ELSE s.last_event + ${MINUTE} * (1 + g % 28800) END AS created
    FROM placed p JOIN bulk_shape s USING (shape)
  )
  SELECT (lpad(to_hex(created), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid AS id,
    timestamptz 'epoch' + interval '1 ms' * created AS created_at, timed.*,
    CASE holder WHEN 'platform' THEN platform_desk ELSE first_desk END AS desk_id,
    CASE assignee WHEN 'admin' THEN admin_id WHEN 'agent' THEN agent_id END AS assignee_id,
    CASE WHEN transferred THEN admin_id ELSE agent_id END AS reader_id,
    CASE WHEN h % 100 < CASE WHEN status IN ('resolved', 'closed') THEN 2 ELSE 25 END
      THEN requester_seq ELSE greatest(public_seq, requester_seq) END AS requester_read_seq,
    CASE WHEN status IN ('new', 'open') AND h % 2 = 0 THEN agent_seq ELSE seq END AS agent_read_seq
  FROM timed ORDER BY id`;

const CONVERSATIONS = `
  INSERT INTO conversation (id, number, subject, channel, status, priority, category, requester_id, product_id, desk_id,
    assignee_id, seq, public_seq, requester_read_seq, requester_seq, agent_read_seq, created_at, last_event_at, last_public_at)
  SELECT c.id, c.number, t.subject || CASE WHEN h % 3 = 0 THEN ' (order MT-' || number || ')' ELSE '' END,
    ('{portal,portal,portal,email,email,chat,api}'::channel[])[1 + h % 7], c.status, c.priority,
    ('{question,installation,licence,billing,bug,feature,account,other}'::category[])[1 + g % 8],
    c.requester_id, c.product_id, c.desk_id, c.assignee_id, c.seq, c.public_seq, c.requester_read_seq, c.requester_seq,
    c.agent_read_seq, c.created_at, c.created_at + interval '1 ms' * (c.last_event * c.pace / 100),
    c.created_at + interval '1 ms' * (c.last_public * c.pace / 100)
  FROM bulk_chunk c JOIN bulk_subject t ON t.slot = c.h / 8 % (SELECT count(*) FROM bulk_subject)`;

const DESKS = `
  INSERT INTO conversation_desk (conversation_id, desk_id)
  SELECT id, first_desk FROM bulk_chunk
  UNION ALL SELECT id, platform_desk FROM bulk_chunk WHERE transferred`;

const CURSORS = `
  INSERT INTO read_cursor (person_id, conversation_id, seq)
  SELECT requester_id, id, requester_read_seq FROM bulk_chunk
  UNION ALL SELECT reader_id, id, agent_read_seq FROM bulk_chunk WHERE agent_read_seq > 0
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
    CASE WHEN s.to_desk IS NULL THEN s.data ELSE jsonb_build_object(
      'from', ${person("s.assigned_from")}, 'to', ${person("s.assigned_to")},
      'toName', ${columnOf("s.assigned_to", { agent: "agent", admin: "admin" })},
      'fromDesk', ${desk("s.desk")}, 'toDesk', ${desk("s.to_desk")},
      'toDeskName', ${columnOf("s.to_desk", { desk: "first", platform: "platform" })}) END,
    c.created_at + interval '1 ms' * (s.pause * c.pace / 100)
  FROM bulk_chunk c JOIN bulk_step s ON s.shape = c.shape AND s.variant = c.g / 4096 % ${VARIANTS}`;

/** Moves a chunk into the tables. */
export const LOAD = [CONVERSATIONS, DESKS, EVENTS, CURSORS, "DROP TABLE bulk_chunk"];
