import { startDatabase } from "../database.ts";
import { type BenchServer, startServer } from "../server.ts";
import { compare, median, quantile, type Verdict } from "../stats.ts";
import { floorTalker, mintreuTalker, type Round, type Talker, talk } from "../talk.ts";
import { createPairs } from "../world.ts";

const ROUNDS = 5;
const IN_FLIGHT = [
  { talkers: 1, messages: 2_000 },
  { talkers: 50, messages: 8_000 },
  { talkers: 200, messages: 12_000 },
] as const;

interface Side {
  server: BenchServer<unknown>;
  talkers: Talker[];
}

/** Rows 1, 2 and 3: a durable message from one client to another, against a bare server that keeps and sends it. */
export async function messages(): Promise<Verdict[]> {
  const database = await startDatabase();
  const floor = await startServer<{ port: number }>("floor", [database.url]);
  const mintreu = await startServer<{ ports: { customer: number; console: number } }>("mintreu", [database.url]);
  const pairs = await createPairs(database.url, 200);
  const sides = {
    peer: { server: floor, talkers: await each(pairs.length, (i) => floorTalker(floor.ready.port, i)) },
    ours: {
      server: mintreu,
      talkers: await Promise.all(pairs.map((pair) => mintreuTalker(mintreu.ready.ports, pair))),
    },
  };
  const verdicts: Verdict[] = [];
  for (const load of IN_FLIGHT) verdicts.push(...verdictsAt(load.talkers, await rounds(sides, load)));
  for (const { talkers } of Object.values(sides)) for (const talker of talkers) talker.close();
  await Promise.all([floor.stop(), mintreu.stop()]);
  await database.stop();
  return verdicts;
}

async function rounds(sides: { ours: Side; peer: Side }, load: (typeof IN_FLIGHT)[number]) {
  const run = ({ server, talkers }: Side, total: number) => talk(server, talkers.slice(0, load.talkers), total);
  const measured: { ours: Round[]; peer: Round[] } = { ours: [], peer: [] };
  for (let round = -1; round < ROUNDS; round++) {
    // The order turns; the first round warms both up and is not counted.
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    for (const side of order) {
      const result = await run(sides[side], load.messages);
      if (round >= 0) measured[side].push(result);
    }
  }
  return measured;
}

function verdictsAt(inFlight: number, { ours, peer }: { ours: Round[]; peer: Round[] }): Verdict[] {
  const of = (rounds: Round[], figure: (round: Round) => number) => rounds.map(figure);
  const pair = (figure: (round: Round) => number) => ({ ours: of(ours, figure), peer: of(peer, figure) });
  const p50 = { what: `row 1: p50, ${inFlight} in flight`, unit: "ms", ...pair((r) => median(r.latencies)) };
  const rate = { what: `row 2: messages/s, ${inFlight} in flight`, unit: "/s", ...pair((r) => r.perSecond) };
  const p99 = { what: `row 2: p99, ${inFlight} in flight`, unit: "ms", ...pair((r) => quantile(r.latencies, 0.99)) };
  const cpu = { what: `row 3: server CPU a message, ${inFlight} in flight`, unit: "µs", ...pair((r) => r.cpu) };
  const busy = [compare({ ...rate, bar: { atLeast: 0.5 } }), compare({ ...p99, bar: { atMost: 2 } })];
  return [
    ...(inFlight === 1 ? [compare({ ...p50, bar: { atMost: 3 } })] : busy),
    compare({ ...cpu, bar: { atMost: 3 } }),
  ];
}

async function each<Item>(count: number, make: (i: number) => Promise<Item>): Promise<Item[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => make(i)));
}
