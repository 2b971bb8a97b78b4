import { DomainError } from "../../core/errors.ts";
import type { System } from "../../core/system.ts";
import type { Context } from "../../core/transact.ts";
import { accessDesk } from "../access.ts";
import type { ImportProblem, ImportReport } from "../schema.ts";
import { addNew, makeReady, type Ready } from "./add-new.ts";
import { changeKnown } from "./change-known.ts";
import { type Manner, productsOf } from "./details.ts";
import { importCollections } from "./import-collections.ts";
import { type Planned, plan } from "./plan.ts";
import { type Import, type Prepared, prepare } from "./prepare.ts";
import { type ReadSource, readSource } from "./read-source.ts";
import { relate } from "./relate.ts";
import { byPath, type ImportSource } from "./source.ts";
import { targetsOf } from "./targets.ts";

interface ImportInput {
  deskId: string;
  /** What the files are about that name no product. */
  productId: string | null;
  /** Publishes nothing. */
  draft: boolean;
  source: ImportSource;
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** Articles that are written together. */
const TOGETHER = 25;
/** How often it is looked again which addresses are free. */
const TRIES = 3;

/**
 * Imports a folder of Markdown into a desk: articles and their collections, the files beside them, the links between them. Done
 * again, it changes what the files changed, and nothing else.
 *
 * @returns what it did, and everything that it could not resolve.
 * @throws NOT_FOUND for a desk that is not the actor's, and a product that is not the desk's; IMPORT_RUNNING; DESK_FULL, STORAGE_FULL; ARCHIVE_BROKEN and
 *   ARCHIVE_TOO_BIG of the source. What was imported before that stays, and is the same at the next time.
 */
export async function importArticles(context: Context, input: ImportInput): Promise<ImportReport> {
  const { deskId, productId, draft, source } = input;
  const access = await accessDesk(context, deskId);
  const products = await productsOf(context.system, access);
  if (productId && ![...products.values()].includes(productId)) throw new DomainError("NOT_FOUND");
  const start = performance.now();
  const read = await readSource(source);
  const { done, collections } = await oneAtATime(context.system, deskId, async () => {
    const collections = await importCollections(context.system, { deskId, productId }, read);
    const manner = { access, collections, products, productId, draft };
    return { collections, done: await writeAll(context, { input, read, manner }) };
  });
  const problems = done.problems.toSorted((a, b) => byPath(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  const seconds = (performance.now() - start) / 1000;
  const { added, changed, same } = done;
  return { added, changed, same, collections: collections.added, problems, seconds };
}

/** Two imports of the same files at once would each make what the other makes. The database lets go when this process is gone. */
async function oneAtATime<Result>({ db }: System, deskId: string, work: () => Promise<Result>): Promise<Result> {
  const client = await db.pool.connect();
  const key = [`import:${deskId}`];
  try {
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine", key);
    if (!rows[0]?.mine) throw new DomainError("IMPORT_RUNNING");
    try {
      return await work();
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", key);
    }
  } finally {
    client.release();
  }
}

interface Work {
  input: ImportInput;
  read: ReadSource;
  manner: Manner;
}

interface Done {
  added: number;
  changed: number;
  same: number;
  problems: ImportProblem[];
}

/** Somebody may take an address between looking and writing: what is written by then is known when it is looked again. */
async function writeAll(context: Context, work: Work, tries = TRIES): Promise<Done> {
  const done: Done = { added: 0, changed: 0, same: 0, problems: [...work.read.problems] };
  const planned = await plan(context.system, work.input.deskId, work.read.articles);
  const { source, deskId } = work.input;
  const targets = await targetsOf(context.system, { deskId, source, collections: work.manner.collections }, planned);
  const titles = new Map(planned.map(({ slug, title }) => [slug, title]));
  const run: Import = {
    ...{ context, deskId, source, targets, titles, problems: done.problems },
    used: new Set(work.read.used),
  };
  try {
    await writeInTurn(run, work, { planned, done });
  } catch (error) {
    if (tries === 1 || !(error instanceof DomainError && error.code === "SLUG_TAKEN")) throw error;
    return writeAll(context, work, tries - 1);
  }
  await relate(run, planned);
  for (const path of source.paths) {
    if (!run.used.has(path)) done.problems.push({ file: path, kind: "file", why: "unused", what: path });
  }
  work.input.onProgress?.({ done: planned.length, total: planned.length });
  return done;
}

/** What is ready is written while the next is rendered. */
async function writeInTurn(
  run: Import,
  { input, manner }: Work,
  { planned, done }: { planned: Planned[]; done: Done },
) {
  let writing = Promise.resolve();
  try {
    for (let at = 0; at < planned.length; at += TOGETHER) {
      input.onProgress?.({ done: at, total: planned.length });
      const ready = await readySome(run, manner, { articles: planned.slice(at, at + TOGETHER), done });
      await writing;
      writing = addNew(run, ready);
      // It is waited for a turn later: until then its failure is nobody's.
      writing.catch(() => {});
    }
  } finally {
    await writing;
  }
}

async function readySome(
  run: Import,
  manner: Manner,
  { articles, done }: { articles: Planned[]; done: Done },
): Promise<Ready[]> {
  const added: Prepared[] = [];
  for (const article of articles) {
    const prepared = await prepare(run, article);
    if (article.isNew) added.push(prepared);
    else if (await changeKnown(run, manner, prepared)) done.changed += 1;
    else done.same += 1;
  }
  done.added += added.length;
  return Promise.all(added.map((article) => makeReady(run, manner, article)));
}
