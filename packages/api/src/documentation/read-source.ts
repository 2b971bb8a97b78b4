import type { Prisma, ProductSource } from "@mintreu/db/generated/client";
import { newId } from "../core/ids.ts";
import type { JobPayloads } from "../core/jobs.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { System } from "../core/system.ts";
import { changed } from "../search/changed.ts";
import { readingOf } from "./add-source.ts";
import { listPages } from "./reading/list-pages.ts";
import { readPage, type Visited } from "./reading/read-page.ts";
import { problemOf, type Reach, SiteVisit } from "./reading/site-visit.ts";
import type { LinkState } from "./schema.ts";
import { LIMITS } from "./site.ts";

/** How long (ms) a site is one worker's without a sign of life from it. */
const LEASE = 120_000;
/** How long (ms) one job goes on before it makes room for others. */
const TURN = 20_000;

/** One worker's turn with a site. */
interface Turn {
  system: System;
  visit: SiteVisit;
  source: ProductSource;
}

/**
 * Reads a documentation site, a part of it with each job: what is still to be read is in the source's row, and every page is
 * committed together with being taken off that list. A job that was cut is gone on with by the next; two at once are not
 * possible, because each page renews a lease that only one has.
 */
export async function readSource(
  system: System,
  { sourceId }: JobPayloads["documentation.read-source"],
  reach: Reach = {},
): Promise<void> {
  const source = await lease(system, sourceId);
  if (!source) return;
  const turn: Turn = { system, source, visit: new SiteVisit(new URL(source.url), reach) };
  try {
    if (await begin(turn)) await goOn(turn);
  } finally {
    await turn.visit.close();
  }
}

/** The source, for this worker alone; nothing when another has it, or it is gone. */
async function lease({ db: { prisma }, clock }: System, id: string): Promise<ProductSource | null> {
  const now = clock();
  const [source] = await prisma.productSource.updateManyAndReturn({
    where: { id, OR: [{ leasedTo: null }, { leasedTo: { lte: now } }] },
    data: { leasedTo: new Date(now.getTime() + LEASE) },
  });
  return source ?? null;
}

/** Asks the site for its rules and, unless it is in the middle of a reading, for its pages. Says whether to go on. */
async function begin(turn: Turn): Promise<boolean> {
  const { visit, source } = turn;
  try {
    if ((await visit.begin()).closed) return end(turn, "broken", "robots");
    if (source.begunAt) return true;
    const todo = await listPages(visit, source);
    if (todo.length === 0) return end(turn, "broken", "nothing-listed");
    return await keep(turn, { todo, begunAt: turn.system.clock() }, async (tx) => {
      const vanished = { sourceId: source.id, url: { notIn: todo } };
      const gone = await tx.productPage.findMany({ where: vanished, select: { id: true } });
      await tx.productPage.deleteMany({ where: vanished });
      await enqueueIn(tx, ...gone.map(({ id }) => changed("page", id)));
    });
  } catch (error) {
    const problem = problemOf(error);
    return end(turn, problem === "private-address" ? "refused" : "broken", problem);
  }
}

async function goOn(turn: Turn): Promise<void> {
  const { system, source, visit } = turn;
  const { prisma } = system.db;
  const until = system.clock().getTime() + TURN;
  while (source.todo.length > 0) {
    const now = system.clock().getTime();
    if (now - (source.begunAt?.getTime() ?? now) > LIMITS.wholeMs)
      return void (await end(turn, "alive", "took-too-long"));
    if (now > until) return void (await passOn(turn));
    const [url = "", ...todo] = source.todo;
    const before = await prisma.productPage.findUnique({ where: { sourceId_url: { sourceId: source.id, url } } });
    const visited = await readPage(visit, url, before);
    if (!(await keep(turn, { todo }, (tx) => keepPage(tx, turn, { url, id: before?.id ?? null, visited })))) return;
  }
  await end(turn, "alive", null);
}

/** Commits a step, if the lease is still ours. */
async function keep(
  turn: Turn,
  data: Partial<ProductSource>,
  work: (tx: Prisma.TransactionClient) => Promise<void> = async () => {},
): Promise<boolean> {
  const { system, source } = turn;
  const next = { leasedTo: new Date(system.clock().getTime() + LEASE), ...data };
  return system.db.prisma.$transaction(async (tx) => {
    const where = { id: source.id, leasedTo: source.leasedTo };
    const { count } = await tx.productSource.updateMany({ where, data: next });
    if (count === 0) return false;
    await work(tx);
    Object.assign(source, next);
    return true;
  });
}

async function keepPage(
  tx: Prisma.TransactionClient,
  { system, source }: Turn,
  { url, id, visited }: { url: string; id: string | null; visited: Visited },
): Promise<void> {
  const readAt = system.clock();
  if (visited.kind === "read") {
    const { etag, lastModified, page } = visited;
    const data = { ...page, etag, lastModified, readAt };
    const same = id !== null && (await tx.productPage.count({ where: { id, ...page } })) > 0;
    const own = id ?? newId(readAt.getTime());
    const where = { sourceId_url: { sourceId: source.id, url } };
    await tx.productPage.upsert({ where, create: { id: own, sourceId: source.id, url, ...data }, update: data });
    if (!same) await enqueueIn(tx, changed("page", own));
    return;
  }
  if (id === null) return;
  if (visited.kind === "unchanged") {
    await tx.productPage.updateMany({ where: { id }, data: { readAt } });
    return;
  }
  await tx.productPage.deleteMany({ where: { id } });
  await enqueueIn(tx, changed("page", id));
}

/** Lets the next job go on. */
async function passOn(turn: Turn): Promise<void> {
  await keep(turn, { leasedTo: turn.system.clock() }, (tx) => enqueueIn(tx, readingOf(turn.source.id)));
}

/** Ends a reading, for good or ill. What was read before stays to be found. */
async function end(turn: Turn, state: LinkState, problem: string | null): Promise<false> {
  const now = turn.system.clock();
  const read = state === "alive" ? { readAt: now } : {};
  await keep(turn, { state, problem, todo: [], begunAt: null, leasedTo: now, ...read });
  return false;
}
