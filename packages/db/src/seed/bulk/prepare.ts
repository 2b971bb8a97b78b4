import type pg from "pg";
import { pick, randomOf } from "../identity.ts";
import { type Pool, ROLES, type Shape, shapes, texts } from "./shapes.ts";

/** How many sets of texts and times each shape has, so that one join finds an event with all it needs. */
export const VARIANTS = 32;

type Pools = Readonly<Record<Pool, readonly string[]>>;

/** Temporary tables that the load joins with; they end with the transaction. */
const TABLES = `
  CREATE TEMP TABLE bulk_shape (
    shape int, variant int, transferred boolean, status conversation_status, priority priority, assignee text, holder text,
    seq int, public_seq int, requester_seq int, agent_seq int, origin_seq int, last_event interval, last_public interval
  ) ON COMMIT DROP;
  CREATE TEMP TABLE bulk_slot (slot int, shape int) ON COMMIT DROP;
  CREATE TEMP TABLE bulk_step (
    shape int, variant int, seq int, kind event_kind, visibility visibility, actor int, desk int, body text,
    data jsonb, assigns int, pause interval
  ) ON COMMIT DROP;
  CREATE TEMP TABLE bulk_subject (slot int, subject text) ON COMMIT DROP;
  CREATE TEMP TABLE bulk_target (slot int, product_id uuid, desk_id uuid, desk text, agents uuid[], taken jsonb[]) ON COMMIT DROP;
  CREATE TEMP TABLE bulk_customer (slot int, id uuid) ON COMMIT DROP`;

/** The products with their desks, and what is written when each agent takes a conversation; slot -1 is the platform. */
const TARGETS = `
  INSERT INTO bulk_target
  WITH desks AS (
    SELECT d.id, d.kind, d.name, array_agg(p.id ORDER BY p.id) AS agents,
      array_agg(jsonb_build_object('from', NULL, 'to', p.id, 'toName', p.name,
        'fromDesk', d.id, 'toDesk', d.id, 'toDeskName', d.name) ORDER BY p.id) AS taken
    FROM desk d JOIN desk_member m ON m.desk_id = d.id JOIN person p ON p.id = m.person_id GROUP BY d.id
  )
  SELECT row_number() OVER (ORDER BY p.id) - 1, p.id, d.id, d.name, d.agents, d.taken
  FROM product p JOIN desks d ON d.id = p.desk_id
  UNION ALL
  SELECT -1, NULL, d.id, d.name, d.agents, d.taken FROM desks d WHERE d.kind = 'platform'`;

/** New customers, numbered on from those of an earlier load. $1: how many. */
const CUSTOMERS = `
  INSERT INTO bulk_customer
  SELECT slot, ('019000000000' || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid
  FROM generate_series(0, $1::int - 1) AS slot,
    LATERAL (SELECT md5('bulk customer ' || (slot + (SELECT count(*) FROM person WHERE email LIKE 'bulk-%'))) AS hash) h`;

const PEOPLE = `
  WITH names AS (
    SELECT array_agg(split_part(name, ' ', 1) ORDER BY id) AS first, array_agg(name ORDER BY id) AS whole
    FROM person WHERE role = 'customer' AND email NOT LIKE 'bulk-%'
  )
  INSERT INTO person (id, email, name, role, created_at)
  SELECT c.id, 'bulk-' || c.id || '@example.net',
    first[1 + c.slot % array_length(first, 1)] || ' ' || regexp_replace(whole[1 + c.slot / 7 % array_length(whole, 1)], '^\\S+ ', ''),
    'customer', now() - interval '1200 days'
  FROM bulk_customer c, names`;

/** Three products each, all bought before the load's first day. */
const PURCHASES = `
  INSERT INTO purchase (id, customer_id, product_id, licence, version, purchased_at, support_until, channels)
  SELECT gen_random_uuid(), c.id, t.product_id, 'Personal', p.version,
    now() - interval '1150 days', now() + interval '1 day' * (c.slot % 400 - 100), '{portal,email}'
  FROM bulk_customer c
    CROSS JOIN generate_series(0, 2) AS turn
    JOIN bulk_target t ON t.slot = (c.slot + turn) % (SELECT max(slot) + 1 FROM bulk_target)
    JOIN product p ON p.id = t.product_id`;

/** Lays out what the load needs: shapes, texts, who may be asked, and the customers who ask. */
export async function prepare(client: pg.Client, customers: number): Promise<void> {
  await client.query(TABLES);
  const played = shapes();
  const { subject, ...pools } = texts();
  await fill(client, "bulk_shape", played.flatMap(shapeRows));
  await fill(
    client,
    "bulk_step",
    played.flatMap((shape, index) => stepRows(shape, index, pools)),
  );
  const slots = played.flatMap(({ share }, shape) => Array.from({ length: share }, () => shape));
  await fill(
    client,
    "bulk_slot",
    slots.map((shape, slot) => ({ slot, shape })),
  );
  await fill(
    client,
    "bulk_subject",
    subject.map((text, slot) => ({ slot, subject: text })),
  );
  await client.query(TARGETS);
  await client.query(CUSTOMERS, [customers]);
  await client.query(PEOPLE);
  await client.query(PURCHASES);
  await client.query("ANALYZE bulk_shape, bulk_slot, bulk_step, bulk_subject, bulk_target, bulk_customer");
}

async function fill(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

function shapeRows({ events, sum, agentSeq }: Shape, shape: number): object[] {
  const { status, priority, assignee } = sum;
  return variants((variant) => [
    {
      ...{ shape, variant, status, priority, assignee },
      transferred: sum.desks.length > 1,
      holder: sum.desk,
      seq: sum.seq,
      public_seq: sum.publicSeq,
      requester_seq: sum.requesterSeq,
      agent_seq: agentSeq,
      origin_seq: events.findLast((event) => event.actor === ROLES.agent)?.seq ?? 0,
      last_event: paced(sum.lastEvent, variant),
      last_public: paced(sum.lastPublic, variant),
    },
  ]);
}

/** The last event first: a hash join reads the rows of one key backwards, so events go in as they are numbered. */
function stepRows({ events }: Shape, shape: number, pools: Pools): object[] {
  return variants((variant) => {
    const random = randomOf(`texts ${shape} ${variant}`);
    return events.toReversed().map(({ seq, kind, visibility, actor, desk, body, data, offset }) => ({
      ...{ shape, variant, seq, kind, visibility, data },
      actor: roleNumber(actor),
      desk: roleNumber(desk),
      body: body === null ? null : pick(random, pools[body as Pool]),
      // Of an assignment, who it is given to; to nobody means to the platform.
      assigns: kind === "assigned" ? roleNumber(data?.to ?? ROLES.platform) : null,
      pause: paced(offset, variant),
    }));
  });
}

const variants = (rowsOf: (variant: number) => object[]) =>
  Array.from({ length: VARIANTS }, (_, variant) => rowsOf(variant)).flat();

/** Some are quicker than others: 40 to 100 of a hundred. */
const paced = (offset: number, variant: number) =>
  `${Math.round((offset * (40 + (60 * variant) / VARIANTS)) / 100)} milliseconds`;

/** Comparing numbers is quicker than comparing texts, ten million times. */
function roleNumber(role: unknown): number | null {
  const place = Object.values(ROLES).indexOf(String(role));
  return place < 0 ? null : place;
}
