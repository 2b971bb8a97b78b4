import type { EngineQuery, SearchDocument } from "../engine.ts";

/**
 * What is filtered by is in the index as words are: a filter is a list of documents too. No word of a text begins with "@",
 * and what is named is escaped, so that nothing in it can be another filter.
 */
function filter(name: "reader" | "kind" | "product" | "desk" | "open", value: string): string {
  return `@${name}:${encodeURIComponent(value.toWellFormed())}`;
}

/** The filters that a document is found by. */
export function filterWords(document: SearchDocument): string[] {
  const { kind, readers, productId, deskId, open } = document;
  const words = [filter("kind", kind), ...readers.map((reader) => filter("reader", reader))];
  if (productId !== null) words.push(filter("product", productId));
  if (deskId !== null) words.push(filter("desk", deskId));
  words.push(filter("open", String(open)));
  return [...new Set(words)];
}

type Filtering = Pick<EngineQuery, "readers" | "kinds" | "productId" | "deskId" | "open">;

/** The filters of a query: a document must have one of each list. */
export function filtersOf(query: Filtering): string[][] {
  const { readers, kinds, productId, deskId, open } = query;
  const filters = [readers.map((reader) => filter("reader", reader))];
  if (kinds) filters.push(kinds.map((kind) => filter("kind", kind)));
  if (productId !== undefined) filters.push([filter("product", productId)]);
  if (deskId !== undefined) filters.push([filter("desk", deskId)]);
  if (open !== undefined) filters.push([filter("open", String(open))]);
  return filters.map((words) => [...new Set(words)]);
}
