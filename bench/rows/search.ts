import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SearchDocument } from "@mintreu/api/search/engine";
import { PostgresEngine } from "@mintreu/api/search/postgres/postgres-engine";
import { createDatabase } from "@mintreu/db/client";
import { startDatabase } from "../database.ts";
import { type Article, readCorpus, readSearches, type Search } from "../search/corpus.ts";
import { crowd, READERS } from "../search/crowd.ts";
import { miniSearch } from "../search/mini-search.ts";
import { procedure } from "../search/procedure.ts";
import { type Ranking, rank } from "../search/ranking.ts";
import { median, quantile, type Verdict } from "../stats.ts";

const ROUNDS = 5;
const BATCH = 200;
const VOCABULARY = { synonyms: [], stopWords: new Set<string>() };
/** What stands in bar/search.md. */
const BAR = { mrr: 0.88, kind: 0.93, p99: 50 };
const HARDEST = "paraphrase";

/** What is searched, and by what. */
export interface SearchOptions {
  corpus: string;
  queries: string;
  /** So many documents are in the index when it is timed; ranking is measured with the corpus alone. */
  documents: number;
}

/** What was measured; times in milliseconds. */
export interface SearchReport extends Ranking {
  p50: number;
  p99: number;
  peer: Ranking & { p50: number; p99: number };
}

/** By default the help centre that lies beside the repository. */
export function searchOptions(given: { corpus?: string; queries?: string; documents?: string }): SearchOptions {
  const beside = join(import.meta.dirname, "../../../shared/corpus/help-center");
  const { corpus = join(beside, "content"), queries = join(beside, "queries.json"), documents = "0" } = given;
  for (const path of [corpus, queries]) if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  return { corpus, queries, documents: Number(documents) };
}

/** Ranks a help centre's searches with the engine in PostgreSQL and with MiniSearch, and times both as they are typed. */
async function searchReport(
  options: SearchOptions,
  articles: readonly Article[],
  searches: readonly Search[],
): Promise<SearchReport> {
  const database = await startDatabase();
  const db = createDatabase(database.url);
  const engine = new PostgresEngine(db.pool);
  await fill(engine, articles, 0);
  const ask = async (text: string, readers: readonly string[] = ["public"]) =>
    (await engine.search({ text, readers, vocabulary: VOCABULARY, limit: 10, offset: 0 })).hits.map(({ id }) => id);
  const ranking = await rank(searches, ask);
  if (options.documents > articles.length) await fill(engine, articles, options.documents);
  await db.pool.query("VACUUM ANALYZE");
  const peer = miniSearch(articles);
  const askPeer = async (text: string) => peer(text);
  const peerRanking = await rank(searches, askPeer);
  const times = await inTurn(searches, { ours: ask, peer: askPeer });
  await db.close();
  await database.stop();
  return { ...ranking, ...spread(times.ours), peer: { ...peerRanking, ...spread(times.peer) } };
}

/** Prints the table of the bar and compares. */
export async function search(options: SearchOptions): Promise<{ verdicts: Verdict[]; report: SearchReport }> {
  const [articles, searches] = [await readCorpus(options.corpus), readSearches(options.queries)];
  const report = await searchReport(options, articles, searches);
  const kinds = Object.keys(report.kinds);
  const line = (name: string, { mrr, kinds: own, p50, p99 }: SearchReport["peer"]) => {
    const ofKinds = kinds.map((kind) => (own[kind] ?? 0).toFixed(2).padStart(kind.length));
    return `${name.padEnd(12)}  ${[mrr.toFixed(3), ...ofKinds].join("  ")}  ${p50.toFixed(1)} / ${p99.toFixed(1)}`;
  };
  console.log(`\n  ${"engine".padEnd(12)}  MRR    ${kinds.join("  ")}  p50 / p99 ms`);
  console.log(`  ${line("ours", report)}\n  ${line("MiniSearch", report.peer)}`);
  const atLeast = (what: string, value: number, peer: number, least: number): Verdict => {
    return {
      ...{ what, ours: value, peer, ratio: value / peer, unit: "" },
      reach: `≥ ${least}`,
      reached: value >= least,
    };
  };
  const { mrr, peer, p99 } = report;
  const own = kinds.filter((kind) => kind !== HARDEST);
  const verdicts = [
    atLeast("MRR@10", mrr, peer.mrr, BAR.mrr),
    ...own.map((kind) => atLeast(`MRR@10 of ${kind}`, report.kinds[kind] ?? 0, peer.kinds[kind] ?? 0, BAR.kind)),
    {
      ...{
        what: `row 10: p99 as it is typed, ${options.documents || "the corpus's"} documents`,
        unit: "ms",
        ours: p99,
      },
      ...{ peer: peer.p99, ratio: p99 / peer.p99, reach: `≤ ${BAR.p99} ms`, reached: p99 <= BAR.p99 },
    },
    ...(await procedure({ articles, texts: typedOf(searches) })),
  ];
  return { verdicts, report };
}

async function fill(engine: PostgresEngine, articles: readonly Article[], documents: number): Promise<void> {
  const started = performance.now();
  const rebuilding = await engine.rebuild();
  let batch: SearchDocument[] = [];
  for (const document of all(articles, documents)) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    await rebuilding.add(batch);
    batch = [];
  }
  await rebuilding.add(batch);
  await rebuilding.swap();
  const seconds = (performance.now() - started) / 1000;
  console.log(`  indexed ${Math.max(articles.length, documents)} documents in ${seconds.toFixed(1)} s`);
}

function* all(articles: readonly Article[], documents: number): Generator<SearchDocument> {
  const common = {
    kind: "article",
    readers: ["public"],
    deskId: null,
    productId: null,
    open: false,
    updatedAt: "",
  } as const;
  for (const article of articles) yield { ...common, ...article, group: article.id };
  if (documents > articles.length) yield* crowd(articles, documents - articles.length);
}

type Ask = (text: string, readers?: readonly string[]) => Promise<readonly string[]>;

/** Every search as it is typed: its first letters, half of it, and all of it. */
function typedOf(searches: readonly Search[]): string[] {
  return searches.flatMap(({ q }, index) => [q.slice(0, 1 + (index % 4)), q.slice(0, Math.ceil(q.length / 2)), q]);
}

/** Every search as it is typed, by each kind of reader; both engines in turn. */
async function inTurn(searches: readonly Search[], asks: { ours: Ask; peer: Ask }) {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  const typed = typedOf(searches);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, text] of typed.entries()) {
      const readers = READERS[(index + round + 1) % READERS.length];
      for (const side of round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const)) {
        const started = performance.now();
        await asks[side](text, readers);
        if (round >= 0) times[side].push(performance.now() - started);
      }
    }
  }
  return times;
}

function spread(times: readonly number[]): { p50: number; p99: number } {
  return { p50: round(median(times)), p99: round(quantile(times, 0.99)) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
