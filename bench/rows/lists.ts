import { countViews } from "@mintreu/api/conversations/counts";
import { listConversations } from "@mintreu/api/conversations/list";
import { listTickets } from "@mintreu/api/conversations/list-tickets";
import { PRIORITIES, VIEWS } from "@mintreu/api/conversations/schema";
import type { Actor, App, Role } from "@mintreu/api/core/actor";
import { newId } from "@mintreu/api/core/ids";
import { createSystem, type RunningSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { migrate } from "@mintreu/db/migrate";
import { seedConversations } from "@mintreu/db/seed/bulk";
import { seedDemo } from "@mintreu/db/seed/demo";
import pg from "pg";
import { startDatabase } from "../database.ts";
import { compare, median, type Verdict } from "../stats.ts";

const SMALL = 10_000;
const LARGE = Number(process.env.BENCH_CONVERSATIONS ?? 1_000_000);
const ROUNDS = 7;
/** Calls whose mean is one figure of a round. */
const CALLS = 30;
const MAX_STATEMENTS = 5;

/** A system on a database of one size, with someone of each kind to look at it. */
interface Size {
  system: RunningSystem;
  agent: Actor;
  customer: Actor;
  productId: string;
}

interface Page {
  what: string;
  read(size: Size): Promise<unknown>;
}

/** Row 8: a page of a list at a million conversations and ten million events, against the same page at ten thousand. */
export async function lists(): Promise<Verdict[]> {
  return withBothSizes(async (large, small) => {
    const verdicts: Verdict[] = [];
    for (const page of pages()) {
      const { ours, peer } = await inTurn(
        () => page.read(large),
        () => page.read(small),
      );
      verdicts.push(compare({ what: `row 8: ${page.what}`, unit: "ms", ours, peer, bar: { atMost: 1.3 } }));
    }
    const statements = await mostStatements(large);
    const perPage = { what: "row 8: statements a page", unit: "", ours: [statements], peer: [1] };
    return [...verdicts, compare({ ...perPage, bar: { atMost: MAX_STATEMENTS } })];
  });
}

/** Row 9: every count of the sidebar, against one read by primary key; and its growth with the conversations. */
export async function counts(): Promise<Verdict[]> {
  return withBothSizes(async (large, small) => {
    const count = ({ system, agent }: Size) => countViews({ system, actor: agent }, {});
    const byKey = ({ system, agent }: Size) => {
      const text = "SELECT id, name, email, role FROM person WHERE id = $1";
      return system.db.pool.query({ name: "by-key", text, values: [agent.personId] });
    };
    const reads = await inTurn(
      () => count(large),
      () => byKey(large),
    );
    const growth = await inTurn(
      () => count(large),
      () => count(small),
    );
    return [
      compare({ what: "row 9: every count, against one read by key", unit: "ms", ...reads, bar: { atMost: 4 } }),
      compare({
        what: `row 9: every count at ${LARGE}, against ${SMALL}`,
        unit: "ms",
        ...growth,
        bar: { atMost: 1.2 },
      }),
    ];
  });
}

function pages(): Page[] {
  const start = { what: "first page", at: undefined };
  const depths = [start, { what: "half way", at: 0.5 }, { what: "near the end", at: 0.97 }];
  const ofViews = VIEWS.flatMap((view) =>
    depths.map(({ what, at }) => ({ what: `${view}, ${what}`, read: (size: Size) => read(size, { view }, at) })),
  );
  const filters = [
    ...PRIORITIES.filter((priority) => priority !== "urgent").map((priority) => ({
      what: `open, ${priority}`,
      filter: { view: "open", priority } as const,
    })),
    ...VIEWS.map((view) => ({ what: `${view}, urgent`, filter: { view, priority: "urgent" } as const })),
  ];
  const filtered = filters.map(({ what, filter }) => ({ what, read: (size: Size) => read(size, filter, undefined) }));
  const ofProduct = (["open", "resolved", "unassigned", "mine"] as const).map((view) => ({
    what: `${view}, one product`,
    read: (size: Size) => read(size, { view, productId: size.productId }, undefined),
  }));
  const tickets = {
    what: "a customer's tickets",
    read: ({ system, customer }: Size) =>
      listTickets({ system, actor: customer }, { state: "all", search: "", cursor: undefined }),
  };
  return [...ofViews, ...filtered, ...ofProduct, tickets];
}

type Filter = Omit<Parameters<typeof listConversations>[1], "cursor">;

/** Depth is a share of the three years that the conversations lie in. */
function read({ system, agent }: Size, filter: Filter, depth: number | undefined): Promise<unknown> {
  const at = new Date(Date.now() - (depth ?? 0) * 3 * 365 * 86_400_000);
  const cursor = depth === undefined ? undefined : `${at.toISOString()}_${newId()}`;
  return listConversations({ system, actor: agent }, { ...filter, cursor });
}

/** Both in turn, several rounds; one figure a round is the mean of its calls, in milliseconds. */
async function inTurn(ours: () => Promise<unknown>, peer: () => Promise<unknown>) {
  const figures: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  const time = async (read: () => Promise<unknown>) => {
    const calls: number[] = [];
    for (let i = 0; i < CALLS; i++) {
      const started = performance.now();
      await read();
      calls.push(performance.now() - started);
    }
    return median(calls);
  };
  for (let round = -1; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    for (const side of order) {
      const figure = await time(side === "ours" ? ours : peer);
      if (round >= 0) figures[side].push(figure);
    }
  }
  return figures;
}

async function mostStatements(size: Size): Promise<number> {
  let most = 0;
  for (const { read } of pages()) {
    let statements = 0;
    const count = () => {
      statements++;
    };
    const { pool } = size.system.db;
    const query = pool.query;
    pool.query = ((...args: Parameters<typeof query>) => {
      count();
      return query.apply(pool, args);
    }) as typeof query;
    await read(size);
    pool.query = query;
    most = Math.max(most, statements);
  }
  return most;
}

async function withBothSizes(measure: (large: Size, small: Size) => Promise<Verdict[]>): Promise<Verdict[]> {
  const database = await startDatabase();
  const small = await seeded(database.url, "small", SMALL);
  const large = await seeded(database.url, "large", LARGE);
  const verdicts = await measure(large, small);
  await Promise.all([small.system.close(), large.system.close()]);
  await database.stop();
  return verdicts;
}

async function seeded(url: string, name: string, conversations: number): Promise<Size> {
  const own = new URL(`/bench_${name}`, url).href;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE bench_${name}`);
  await admin.end();
  await migrate(own);
  const client = new pg.Client({ connectionString: own });
  await client.connect();
  await seedDemo(client);
  const started = performance.now();
  await seedConversations(client, conversations);
  console.log(
    `  seeded ${conversations} conversations at ${Math.round((conversations * 1000) / (performance.now() - started))}/s`,
  );
  await client.query("VACUUM ANALYZE");
  await client.end();
  return look(own);
}

async function look(url: string): Promise<Size> {
  const settings = testSettings({ demo: false });
  const system = await createSystem({ databaseUrl: url, settings, name: "bench" });
  const { prisma } = system.db;
  const desk = await prisma.desk.findFirstOrThrow({
    where: { kind: "developer" },
    orderBy: { conversations: { _count: "desc" } },
  });
  const member = await prisma.deskMember.findFirstOrThrow({ where: { deskId: desk.id }, include: { person: true } });
  const product = await prisma.product.findFirstOrThrow({ where: { deskId: desk.id } });
  const buyer = await prisma.purchase.findFirstOrThrow({
    where: { productId: product.id },
    include: { customer: true },
  });
  const actor = ({ id, name, role }: { id: string; name: string; role: Role }, app: App): Actor => {
    return { personId: id, name, role, app, sessionId: newId() };
  };
  return {
    system,
    agent: actor(member.person, "console"),
    customer: actor(buyer.customer, "customer"),
    productId: product.id,
  };
}
