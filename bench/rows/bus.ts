import pg from "pg";
import { type BenchDatabase, startDatabase } from "../database.ts";
import { startServer } from "../server.ts";
import { compare, type Verdict } from "../stats.ts";
import { mintreuTalker, talk } from "../talk.ts";
import { createPairs, type Pair } from "../world.ts";

const TALKERS = 50;
const MESSAGES = 8_000;
const ROUNDS = 5;
/** Other processes that listen. */
const LISTENERS = 10;

/** Row 7: how many messages are committed a second with wake-ups for other processes, against none. */
export async function bus(): Promise<Verdict[]> {
  const database = await startDatabase();
  // Conversations of their own: without a bus, one side would only find by sweeping what the other wrote.
  const on = await startSide(database, await createPairs(database.url, TALKERS), "postgres");
  const off = await startSide(database, await createPairs(database.url, TALKERS), "off");
  const listeners = await Promise.all(Array.from({ length: LISTENERS }, () => listen(database.url)));
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const rates = { on: 0, off: 0 };
    const order = round % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const);
    for (const side of order) rates[side] = (await (side === "on" ? on : off).run()).perSecond;
    if (round < 0) continue;
    ours.push(rates.on);
    peer.push(rates.off);
  }
  for (const listener of listeners) await listener.end();
  await Promise.all([on.stop(), off.stop()]);
  await database.stop();
  const what = `row 7: messages/s with the bus on, ${TALKERS} in flight, ${LISTENERS} listening`;
  return [compare({ what, unit: "/s", ours, peer, bar: { atLeast: 0.8 } })];
}

async function startSide(database: BenchDatabase, pairs: readonly Pair[], kind: "postgres" | "off") {
  const server = await startServer<{ ports: { customer: number; console: number } }>("mintreu", [database.url, kind]);
  const talkers = await Promise.all(pairs.map((pair) => mintreuTalker(server.ready.ports, pair)));
  const stop = async () => {
    for (const talker of talkers) talker.close();
    await server.stop();
  };
  return { run: () => talk(server, talkers, MESSAGES), stop };
}

async function listen(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("LISTEN mintreu");
  return client;
}
