import type { EngineHit, EngineResult } from "../engine.ts";
import { DOCUMENT_KINDS, type DocumentKind, type Highlighted } from "../schema.ts";
import type { Row } from "./collection.ts";
import { textOf } from "./keys.ts";
import { isMarked, markedWords, piecesOf } from "./marks.ts";
import { suggestionOf } from "./suggestion.ts";

interface Highlight {
  snippet?: string;
  value?: string;
}

/** What Typesense answers to a search, as far as it is used. */
export interface Found {
  found?: number;
  grouped_hits?: { hits: Hit[] }[];
  facet_counts?: { field_name?: string; counts?: { value?: string; count?: number }[] }[];
  /** Of a search that failed, within an answer that did not. */
  code?: number;
  error?: string;
}

interface Hit {
  document: Pick<Row, "own_id" | "own_group" | "kind" | "title" | "lead">;
  highlight?: { title?: Highlight; headings?: Highlight; body?: Highlight };
  text_match?: number;
}

export const NOTHING: EngineResult = { hits: [], total: 0, kinds: {}, products: {}, suggestion: null };

/** What was found, as every engine says it. */
export function resultOf(
  { found = 0, grouped_hits = [], facet_counts = [] }: Found,
  words: readonly string[],
): EngineResult {
  const hits = grouped_hits.flatMap(({ hits }) => hits.slice(0, 1));
  const counts = new Map(facet_counts.map(({ field_name, counts = [] }) => [field_name, counted(counts)]));
  return {
    hits: hits.map(hitOf),
    total: found,
    kinds: Object.fromEntries((counts.get("kind") ?? []).filter(([kind]) => isKind(kind))),
    products: Object.fromEntries(counts.get("product") ?? []),
    suggestion: suggestionOf(words, hits.map(writtenIn)),
  };
}

function counted(counts: { value?: string; count?: number }[]): [string, number][] {
  return counts.flatMap(({ value = "", count = 0 }): [string, number][] => {
    const text = textOf(value);
    return text === null || count === 0 ? [] : [[text, count]];
  });
}

function isKind(kind: string): kind is DocumentKind {
  return (DOCUMENT_KINDS as readonly string[]).includes(kind);
}

function hitOf({ document, highlight, text_match = 0 }: Hit): EngineHit {
  const kind = textOf(document.kind) ?? "";
  if (!isKind(kind)) throw new Error("typesense: a document of no kind");
  const title = highlight?.title?.value ?? highlight?.title?.snippet;
  return {
    ...{ id: document.own_id, group: document.own_group, kind, score: text_match },
    title: piecesOf(isMarked(title) ? title : document.title),
    excerpt: excerptOf(document.lead, highlight),
  };
}

/** Where the body matched, or else a heading; the beginning where nothing did but the title. */
function excerptOf(lead: string, highlight: Hit["highlight"]): Highlighted {
  const marked = [highlight?.body?.snippet, highlight?.headings?.snippet].find(isMarked);
  return piecesOf((marked ?? lead).replace(/\s+/g, " "));
}

/** The words of a hit that matched, as its document writes them. */
function writtenIn({ highlight }: Hit): string[] {
  const { title, headings, body } = highlight ?? {};
  return [title?.value ?? title?.snippet, headings?.snippet, body?.snippet].flatMap((text) => markedWords(text ?? ""));
}
