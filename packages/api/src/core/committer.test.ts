import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reply } from "../conversations/reply.ts";
import { createSystem, type RunningSystem } from "../server/create-system.ts";
import { customersTicket, opens, says } from "../testing/talk.ts";
import { createWorld, holdRow, type World } from "../testing/world.ts";

let world: World;
/** The other app's process. */
let other: RunningSystem;

beforeAll(async () => {
  world = await createWorld();
  other = await createSystem({ databaseUrl: world.database.url, settings: world.system.settings, name: "other" });
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const customer = () => world.as(world.customer);
const bodies = async (id: string) => {
  const sql = "SELECT seq, body FROM event WHERE conversation_id = $1 AND kind = 'message' ORDER BY seq";
  return (await world.system.db.pool.query<{ seq: number; body: string }>(sql, [id])).rows;
};

test("two processes that write 400 messages to one conversation at once lose none, and number them without a gap", async () => {
  const id = await customersTicket(world);
  const send = (i: number) => {
    const someone = i % 2 ? customer() : { system: other, actor: world.developer };
    return says(someone, id, `message ${i}`);
  };
  const sent = await Promise.all(Array.from({ length: 400 }, (_, i) => send(i)));
  const rows = await bodies(id);
  expect(rows.map(({ body }) => body).sort()).toEqual(Array.from({ length: 400 }, (_, i) => `message ${i}`).sort());
  expect(new Set(sent.map(({ seq }) => seq)).size).toBe(400);
  const numbers = await world.system.db.pool.query(
    "SELECT count(*)::int AS count, max(seq) AS max FROM event WHERE conversation_id = $1",
    [id],
  );
  expect(numbers.rows[0]?.max).toBe(numbers.rows[0]?.count);
});

test("a conversation whose row somebody holds makes nobody else wait", async () => {
  const held = await customersTicket(world);
  const free = await customersTicket(world);
  const row = await holdRow(world, held);
  const stuck = Array.from({ length: 60 }, (_, i) => says(customer(), held, `held ${i}`));
  const started = performance.now();
  const times = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      await says(customer(), free, `free ${i}`);
      return performance.now() - started;
    }),
  );
  expect(await bodies(held)).toEqual([]);
  await row.release();
  await Promise.all(stuck);
  expect(Math.max(...times)).toBeLessThan(1_000);
  expect(await bodies(held)).toHaveLength(60);
});

test("five held conversations at once make nobody else wait", async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => customersTicket(world)));
  const rows = await Promise.all(ids.map((id) => holdRow(world, id)));
  const stuck = ids.flatMap((id) => Array.from({ length: 5 }, (_, i) => says(customer(), id, `held ${i}`)));
  const free = await customersTicket(world);
  const started = performance.now();
  for (let i = 0; i < 20; i++) await says(customer(), free, `free ${i}`);
  const took = performance.now() - started;
  for (const row of rows) await row.release();
  await Promise.all(stuck);
  for (const id of ids) expect(await bodies(id)).toHaveLength(5);
  expect(took).toBeLessThan(1_500);
});

test("a work that fails, and one that collides with another, leave the others of their batch alone", async () => {
  const id = await customersTicket(world);
  const clientId = randomUUID();
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 20 }, (_, i) => says(customer(), id, `good ${i}`)),
    says(world.as(world.stranger), id, "not mine"),
    opens(customer(), { productId: world.productId, clientId }),
    opens(customer(), { productId: world.productId, clientId }),
    reply(customer(), { id: randomUUID(), clientId: randomUUID(), body: "nowhere" }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 20 }, () => "fulfilled"),
    ...["rejected", "fulfilled", "fulfilled", "rejected"],
  ]);
  expect(await bodies(id)).toHaveLength(20);
});
