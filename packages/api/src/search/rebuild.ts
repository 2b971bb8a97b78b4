import { likenAll } from "../articles/to-liken.ts";
import type { System } from "../core/system.ts";
import type { Thing } from "./changed.ts";
import { buildDocuments, type Ref } from "./documents/build.ts";
import type { SearchEngine } from "./engine.ts";

/** Counts up when documents are made otherwise than before: then every index is filled anew after an update. */
const FORMAT = 1;
const BATCH = 200;

/** What there is to index: the table of each kind of thing, in the order in which people miss it. */
const TABLES: Record<Thing, string> = {
  article: "article",
  link: "product_link",
  product: "product",
  page: "product_page",
  conversation: "conversation",
};
const THINGS = Object.keys(TABLES) as Thing[];

/** How far a rebuild has come. */
export interface Progress {
  done: number;
  total: number;
}

interface Options {
  onProgress?: (progress: Progress) => void;
  /** Ends it; everything is as it was. */
  signal?: AbortSignal;
}

/**
 * Fills a new index of an engine with everything there is, beside live traffic, and swaps it in.
 *
 * @throws Error when another rebuild is under way.
 */
export async function rebuild(system: System, engine: SearchEngine, { onProgress, signal }: Options = {}) {
  const rebuilding = await engine.rebuild();
  try {
    const total = await countAll(system);
    let done = 0;
    onProgress?.({ done, total });
    for await (const refs of everything(system)) {
      signal?.throwIfAborted();
      await rebuilding.add(await documentsOf(system, refs));
      done += refs.length;
      onProgress?.({ done, total: Math.max(done, total) });
    }
    await rebuilding.swap();
  } catch (error) {
    await rebuilding.abandon();
    throw error;
  }
  const filling = { format: FORMAT, builtAt: system.clock() };
  const { name } = engine;
  await system.db.prisma.searchFilling.upsert({
    where: { engine: name },
    create: { engine: name, ...filling },
    update: filling,
  });
  await likenAll(system.db.pool);
}

/** Fills each engine that never was, or whose index is gone or of an earlier format. */
export async function fillWhereEmpty(system: System, signal: AbortSignal): Promise<void> {
  const { own, other } = system.engines;
  for (const engine of [own, other]) {
    if (!engine || signal.aborted) continue;
    const filled = await system.db.prisma.searchFilling.findUnique({ where: { engine: engine.name } });
    if (filled?.format === FORMAT && !(await engine.isEmpty())) continue;
    await rebuild(system, engine, { signal }).catch((error) => {
      if (!signal.aborted) throw error;
    });
  }
}

async function countAll({ db }: System): Promise<number> {
  const counts = THINGS.map((thing) => `(SELECT count(*) FROM ${TABLES[thing]})`).join(" + ");
  const { rows } = await db.pool.query<{ total: string }>(`SELECT ${counts} AS total`);
  return Number(rows[0]?.total ?? 0);
}

/** All things in batches; newest first, which is what people look for while it is not all there. */
async function* everything({ db }: System): AsyncGenerator<Ref[]> {
  for (const thing of THINGS) {
    let before = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    for (;;) {
      const { rows } = await db.pool.query<{ id: string }>({
        name: `search-every-${thing}`,
        text: `SELECT id FROM ${TABLES[thing]} WHERE id < $1 ORDER BY id DESC LIMIT $2`,
        values: [before, BATCH],
      });
      const last = rows.at(-1);
      if (!last) break;
      yield rows.map(({ id }) => ({ thing, id }));
      before = last.id;
    }
  }
}

async function documentsOf({ db }: System, refs: readonly Ref[]) {
  const client = await db.pool.connect();
  try {
    return (await buildDocuments(client, refs)).documents;
  } finally {
    client.release();
  }
}
