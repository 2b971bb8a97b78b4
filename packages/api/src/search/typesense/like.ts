import type { LikeHit, LikeQuery } from "../engine.ts";
import type { Found } from "./answer.ts";
import { END, isMarked, START } from "./marks.ts";
import { filterOf } from "./question.ts";

/** Documents of a word that are looked at: a page of Typesense has no more. */
const MOST = 250;
/** What a word says of a document that has it: in the title, and elsewhere. About what ours weighs, see postgres/forward.ts. */
const TITLE = 0.85;
const ELSEWHERE = 0.55;

/**
 * The searches that tell what is like a text: one for each word, because Typesense finds what has all of several words, or
 * the first of them, and not whichever. Before them, how much there is.
 *
 * @returns null where nobody could find anything.
 */
export function likeSearches(query: LikeQuery, collection: string): object[] | null {
  const filter_by = filterOf(query);
  if (filter_by === null || query.words.length === 0) return null;
  const common = { collection, filter_by, group_by: "group", group_limit: 1, include_fields: "own_id,own_group" };
  const exact = { prefix: "false", num_typos: "0", typo_tokens_threshold: 0, drop_tokens_threshold: 0 };
  const marks = { highlight_fields: "title", highlight_start_tag: START, highlight_end_tag: END };
  const silent = { enable_highlight_v1: false, enable_analytics: false };
  return [
    { ...common, ...silent, q: "*", query_by: "title", limit: 1 },
    ...[...new Set(query.words)].map((q) => ({
      ...{ ...common, ...exact, ...marks, ...silent, q },
      ...{ query_by: "title,headings,body", query_by_weights: "5,2,1", limit: MOST },
    })),
  ];
}

/** What those searches found, put together. */
export function likeHits([all, ...results]: readonly Found[], query: LikeQuery): LikeHit[] {
  const total = all?.found ?? 0;
  const said = [...Map.groupBy(query.words, (word) => word).values()];
  const words = results.map(({ found = 0, grouped_hits: hits = [] }, index) => {
    return { idf: idfOf(found, total) * (said[index]?.length ?? 1), hits };
  });
  const whole = words.reduce((sum, { idf }) => sum + idf, 0);
  const groups = new Map<string, LikeHit>();
  for (const { idf, hits } of words) {
    for (const {
      hits: [hit],
    } of hits) {
      if (!hit) continue;
      const { own_id: id, own_group: group } = hit.document;
      const { likeness = 0 } = groups.get(group) ?? {};
      const says = isMarked(hit.highlight?.title?.snippet) ? TITLE : ELSEWHERE;
      groups.set(group, { id, group, likeness: likeness + (says * idf) / whole });
    }
  }
  return [...groups.values()].sort((a, b) => b.likeness - a.likeness).slice(0, query.limit);
}

/** How much a word tells documents apart that is in so many of so many: the one of BM25, as ours has it. */
function idfOf(documents: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - documents) + 0.5) / (documents + 0.5));
}
