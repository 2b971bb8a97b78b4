import { afterAll, beforeAll, expect, test } from "vitest";
import { connectAs, Follower, type TestClient } from "../testing/client.ts";
import { sendUntilAcknowledged } from "../testing/sending.ts";
import { sharedTicket } from "../testing/talk.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";

/** How much is sent and cut: more in the bench than in every run. */
const MESSAGES = Number(process.env.CUT_MESSAGES ?? 4_000);
const CUTS = Number(process.env.CUTS ?? 200);
const SENDERS = 8;

let world: World;
let server: TestServer;
const clients: TestClient[] = [];

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
  await world.close();
});

function connect(actor: Parameters<typeof connectAs>[1]): TestClient {
  const client = connectAs(server, actor);
  clients.push(client);
  return client;
}

/** Cuts a connection without a word and tells how long (ms) its follower took to have what was there at the cut. */
async function cut(client: TestClient, follower: Follower): Promise<number> {
  const started = performance.now();
  const newest = await world.system.db.prisma.conversation.findUniqueOrThrow({ where: { id: follower.id } });
  client.sockets.at(-1)?.terminate();
  await follower.until(({ position }) => position >= newest.publicSeq, 20_000);
  return performance.now() - started;
}

test(`${CUTS} cuts in ${MESSAGES} messages lose nothing, double nothing and keep the order, at every side`, async () => {
  const id = await sharedTicket(world);
  const people = [world.customer, world.customer, world.developer, world.rival, world.admin];
  const followed = await Promise.all(
    people.map(async (actor) => {
      const client = connect(actor);
      return { client, follower: await Follower.open(client, id) };
    }),
  );
  const senders = [world.customer, world.rival].map(connect);
  const acknowledged: number[] = [];
  const send = async (lane: number) => {
    for (let i = lane; i < MESSAGES; i += SENDERS) {
      const client = senders[lane % 2];
      if (!client) throw new Error("there are two");
      acknowledged.push((await sendUntilAcknowledged(client, { id, body: `message ${i}` })).acknowledged.seq);
    }
  };
  const times: number[] = [];
  let sending = true;
  const cutting = (async () => {
    for (let i = 0; i < CUTS && sending; ) {
      // Several at once, sometimes a sender, too: what it sent last may have no answer.
      const chosen = followed.filter(() => Math.random() < 0.6);
      if (Math.random() < 0.3) senders[i % 2]?.sockets.at(-1)?.terminate();
      times.push(...(await Promise.all(chosen.map(({ client, follower }) => cut(client, follower)))));
      i += chosen.length;
    }
  })();
  const started = performance.now();
  await Promise.all(Array.from({ length: SENDERS }, (_, lane) => send(lane)));
  const took = performance.now() - started;
  sending = false;
  await cutting;
  while (times.length < CUTS) {
    times.push(...(await Promise.all(followed.map(({ client, follower }) => cut(client, follower)))));
  }

  const { rows } = await world.system.db.pool.query<{ seq: number; body: string }>(
    "SELECT seq, body FROM event WHERE conversation_id = $1 AND body IS NOT NULL ORDER BY seq",
    [id],
  );
  expect(rows).toHaveLength(MESSAGES + 1);
  expect(new Set(rows.map(({ body }) => body)).size).toBe(MESSAGES + 1);
  const numbers = new Set(rows.map(({ seq }) => seq));
  expect(acknowledged.filter((seq) => !numbers.has(seq))).toEqual([]);
  for (const { follower } of followed) {
    await follower.until(({ texts }) => texts.length === rows.length, 20_000);
    expect(follower.texts).toEqual(rows.map(({ body }) => body));
    const got = follower.items.flatMap((item) => (item.type === "event" ? item.event.seq : []));
    // Strictly rising: in order, and nothing twice.
    expect(got.every((seq, i) => i === 0 || seq > (got[i - 1] ?? 0))).toBe(true);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  console.info(
    `${times.length} cuts, ${MESSAGES} messages in ${Math.round(took)} ms, caught up p99 ${Math.round(p99)} ms`,
  );
  expect(p99).toBeLessThan(3_000);
}, 600_000);
