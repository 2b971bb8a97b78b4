import { createArticle } from "@mintreu/api/articles/create";
import { publishArticle } from "@mintreu/api/articles/publish";
import { type Actor, APP_OF_ROLE, type Role } from "@mintreu/api/core/actor";
import { newId } from "@mintreu/api/core/ids";
import type { ReaderContext } from "@mintreu/api/core/reader";
import { query } from "@mintreu/api/search/query";
import { heldBy } from "@mintreu/api/search/readers";
import { rebuild } from "@mintreu/api/search/rebuild";
import { vocabularyOf } from "@mintreu/api/search/vocabulary";
import { createSystem, type RunningSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { seedConversations } from "@mintreu/db/seed/bulk";
import { seedDemo } from "@mintreu/db/seed/demo";
import pg from "pg";
import { startDatabase } from "../database.ts";
import { compare, quantile, type Verdict } from "../stats.ts";
import type { Article } from "./corpus.ts";

const ROUNDS = 5;
const CONVERSATIONS = 2_000;
const LIMIT = 10;

interface Searching {
  articles: readonly Article[];
  /** What is typed. */
  texts: readonly string[];
}

/** Row 10: the whole search, with rights, promotions, people and what hits show, against what the engine alone takes for it. */
export async function procedure({ articles, texts }: Searching): Promise<Verdict[]> {
  const database = await startDatabase();
  const system = await filled(database.url, articles);
  const verdicts: Verdict[] = [];
  for (const [who, reader] of await readersOf(system)) {
    const p99s = await inTurn(texts, await asks(reader));
    verdicts.push(
      compare({
        what: `row 10: p99 of the whole search by ${who}, against the engine alone`,
        unit: "ms",
        ...p99s,
        bar: { atMost: 2 },
      }),
    );
  }
  await system.close();
  await database.stop();
  return verdicts;
}

/** The demo marketplace with more conversations, and the corpus as articles of one of its desks. */
async function filled(url: string, articles: readonly Article[]): Promise<RunningSystem> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await seedDemo(client);
  await seedConversations(client, CONVERSATIONS);
  const system = await createSystem({ databaseUrl: url, settings: testSettings({ demo: false }), name: "bench" });
  const { deskId, person } = await system.db.prisma.deskMember.findFirstOrThrow({
    where: { desk: { kind: "developer" }, person: { role: "developer" } },
    include: { person: true },
  });
  const author = { system, actor: actorOf(person) };
  for (const { title, body } of articles) {
    const { id } = await createArticle(author, { deskId, title: title.slice(0, 200), summary: "", body });
    await publishArticle(author, { id, revision: 1 });
  }
  await rebuild(system, system.engines.own);
  await client.query("VACUUM ANALYZE");
  await client.end();
  return system;
}

async function readersOf(system: RunningSystem): Promise<[string, ReaderContext][]> {
  const { prisma } = system.db;
  const people: [string, ReaderContext][] = [["a visitor", { system, actor: null, app: "customer", visitor: "" }]];
  for (const role of ["customer", "developer", "admin"] as const) {
    const actor = actorOf(await prisma.person.findFirstOrThrow({ where: { role }, orderBy: { createdAt: "asc" } }));
    people.push([role === "admin" ? "an admin" : `a ${role}`, { system, actor, app: actor.app, visitor: "" }]);
  }
  return people;
}

function actorOf({ id, name, role }: { id: string; name: string; role: Role }): Actor {
  return { personId: id, name, role, app: APP_OF_ROLE[role], sessionId: newId() };
}

type Ask = (text: string, network: string) => Promise<unknown>;

async function asks(reader: ReaderContext): Promise<{ ours: Ask; peer: Ask }> {
  const { system } = reader;
  const [readers, vocabulary] = await Promise.all([heldBy(reader), vocabularyOf(system)]);
  const page = { limit: LIMIT, offset: 0 };
  return {
    ours: (text, network) => query({ ...reader, visitor: `${network}.browser` }, { text, ...page }),
    peer: (text) => system.engines.own.search({ text, readers, vocabulary, ...page }),
  };
}

/** The p99 of every round, in which both are asked each text in turn. */
async function inTurn(texts: readonly string[], { ours, peer }: { ours: Ask; peer: Ask }) {
  const p99s: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
    for (const [index, text] of texts.entries()) {
      const order = (index + round) % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
      for (const side of order) {
        const started = performance.now();
        await { ours, peer }[side](text, `bench-${round}-${index}`);
        times[side].push(performance.now() - started);
      }
    }
    if (round < 0) continue;
    p99s.ours.push(quantile(times.ours, 0.99));
    p99s.peer.push(quantile(times.peer, 0.99));
  }
  return p99s;
}
