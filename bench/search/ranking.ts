import type { Search } from "./corpus.ts";

const LOOKED_AT = 10;

/** Mean of 1/rank of the first accepted article among the first ten, over all searches and by kind. */
export interface Ranking {
  mrr: number;
  kinds: Record<string, number>;
}

/** @param find ids of what a search finds, best first. */
export async function rank(searches: readonly Search[], find: (text: string) => Promise<readonly string[]>) {
  const ranks: { kind: string; value: number }[] = [];
  for (const { q, kind, relevant } of searches) {
    const accepted = new Set(relevant.map(String));
    const place = (await find(q)).slice(0, LOOKED_AT).findIndex((id) => accepted.has(id));
    ranks.push({ kind, value: place < 0 ? 0 : 1 / (place + 1) });
  }
  const kinds = Map.groupBy(ranks, ({ kind }) => kind);
  return {
    mrr: mean(ranks),
    kinds: Object.fromEntries([...kinds].map(([kind, own]) => [kind, mean(own)])),
  } satisfies Ranking;
}

function mean(ranks: readonly { value: number }[]): number {
  return ranks.reduce((sum, { value }) => sum + value, 0) / ranks.length;
}
