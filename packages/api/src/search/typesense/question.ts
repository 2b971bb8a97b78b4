import type { EngineQuery } from "../engine.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { wordsOf } from "../text/words.ts";
import { keyOf } from "./keys.ts";
import { END, START } from "./marks.ts";

/** Words of a search that count; people paste whole error messages. */
const MOST_WORDS = 32;

/**
 * What is asked, in words alone, so that nothing typed is taken for an operator (`-word`, `"phrase"`, `*`).
 *
 * Words that an editor wants to be left out never count; those that say nothing in English only where others are left.
 */
export function questionOf({ text, vocabulary }: Pick<EngineQuery, "text" | "vocabulary">): string[] {
  const all = wordsOf(text).map((word) => word.text);
  const words = all.filter((word) => !vocabulary.stopWords.has(word));
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS);
}

type Filtering = Pick<EngineQuery, "readers" | "kinds" | "productId" | "deskId" | "open" | "without">;

/** Who asks for what, as a filter; null where nobody could find anything. */
export function filterOf(query: Filtering): string | null {
  if (query.readers.length === 0 || query.kinds?.length === 0) return null;
  const { productId, deskId, open, kinds, without = [] } = query;
  return [
    `readers:=${list(query.readers)}`,
    ...(kinds ? [`kind:=${list(kinds)}`] : []),
    ...(productId === undefined ? [] : [`product:=${list([productId])}`]),
    ...(deskId === undefined ? [] : [`desk:=${list([deskId])}`]),
    ...(open === undefined ? [] : [`open:=${open}`]),
    ...(without.length === 0 ? [] : [`group:!=${list(without)}`]),
  ].join(" && ");
}

function list(texts: readonly string[]): string {
  return `[${texts.map(keyOf).join(",")}]`;
}

interface Asked {
  collection: string;
  words: readonly string[];
  filter: string;
  synonymSet: string | null;
}

/** The search as Typesense is asked. Typos, weights and dropping words are its own. */
export function searchOf({ limit, offset }: EngineQuery, { collection, words, filter, synonymSet }: Asked) {
  return {
    collection,
    q: words.join(" "),
    query_by: "title,headings,body",
    query_by_weights: "5,2,1",
    prefix: "true",
    num_typos: "2",
    // A code or a version that is nearly right is another one.
    enable_typos_for_numerical_tokens: false,
    enable_typos_for_alpha_numerical_tokens: false,
    typo_tokens_threshold: 1,
    drop_tokens_threshold: 1,
    filter_by: filter,
    sort_by: "_text_match:desc,updated_at:desc",
    // What different people may see of one thing is one thing.
    group_by: "group",
    group_limit: 1,
    facet_by: "kind,product",
    max_facet_values: 250,
    limit,
    offset,
    include_fields: "own_id,own_group,kind,title,lead",
    highlight_full_fields: "title",
    highlight_fields: "title,headings,body",
    highlight_affix_num_tokens: 12,
    highlight_start_tag: START,
    highlight_end_tag: END,
    enable_highlight_v1: false,
    // Nothing of what people search for is kept by Typesense.
    enable_analytics: false,
    ...(synonymSet === null ? {} : { synonym_sets: synonymSet }),
  };
}
