import type { EngineQuery, EngineResult, SearchDocument, SearchEngine } from "../engine.ts";
import type { Highlighted } from "../schema.ts";

/** A public article, unless told otherwise. */
export function document(about: Partial<SearchDocument> & { id: string }): SearchDocument {
  return {
    kind: "article",
    group: about.id,
    title: "Untitled",
    headings: [],
    body: "",
    readers: ["public"],
    deskId: null,
    productId: null,
    open: false,
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...about,
  };
}

/** Asks as somebody who may read what is public, unless told otherwise. */
export function ask(engine: SearchEngine, text: string, more: Partial<EngineQuery> = {}): Promise<EngineResult> {
  const vocabulary = { synonyms: [], stopWords: new Set<string>() };
  return engine.search({ text, readers: ["public"], vocabulary, limit: 10, offset: 0, ...more });
}

/** The ids that are found, best first. */
export async function idsOf(engine: SearchEngine, text: string, more: Partial<EngineQuery> = {}): Promise<string[]> {
  return (await ask(engine, text, more)).hits.map(({ id }) => id);
}

/** Highlighted text as one string, what matched in brackets. */
export function bracketed(pieces: Highlighted): string {
  return pieces.map(({ text, match }) => (match ? `[${text}]` : text)).join("");
}
