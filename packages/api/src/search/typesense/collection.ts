import type { SearchDocument } from "../engine.ts";
import { keyOf } from "./keys.ts";
import { clean } from "./marks.ts";

/** A document as Typesense keeps it. Whatever is filtered or grouped by is a key, see keys.ts. */
export interface Row {
  id: string;
  /** The document's own id and group. */
  own_id: string;
  own_group: string;
  kind: string;
  group: string;
  title: string;
  /** One a line. */
  headings: string;
  body: string;
  /** The beginning of the body, which is shown where nothing of it matched. */
  lead: string;
  readers: string[];
  desk?: string;
  product?: string;
  open: boolean;
  /** Seconds since 1970. */
  updated_at: number;
}

/** How much of a body is shown at most (characters). */
const LEAD = 220;
/** They part words wherever they stand; all others that are no letters are dropped by Typesense. An apostrophe is dropped. */
const SEPARATORS = [...'!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'];

const text = (name: string) => ({ name, type: "string", stem: true });
const key = (name: string, more: object = {}) => ({ name, type: "string", facet: true, ...more });

/** The schema of a collection. */
export function collectionNamed(name: string) {
  return {
    name,
    token_separators: SEPARATORS,
    default_sorting_field: "updated_at",
    fields: [
      ...[text("title"), text("headings"), text("body")],
      ...[key("kind"), key("group"), key("product", { optional: true })],
      { name: "desk", type: "string", optional: true },
      { name: "readers", type: "string[]" },
      { name: "open", type: "bool" },
      { name: "updated_at", type: "int64" },
      // Kept, not searched.
      ...["own_id", "own_group", "lead"].map((name) => ({ name, type: "string", index: false, optional: true })),
    ],
  };
}

/** A document as it is written. */
export function rowOf(document: SearchDocument): Row {
  const body = clean(document.body);
  return {
    ...{ id: keyOf(document.id), own_id: document.id, own_group: document.group },
    ...{ kind: keyOf(document.kind), group: keyOf(document.group) },
    ...{ title: clean(document.title), headings: document.headings.map(clean).join("\n"), body },
    ...{ lead: leadOf(body), readers: document.readers.map(keyOf) },
    ...(document.deskId === null ? {} : { desk: keyOf(document.deskId) }),
    ...(document.productId === null ? {} : { product: keyOf(document.productId) }),
    ...{ open: document.open, updated_at: Math.floor(Date.parse(document.updatedAt) / 1000) },
  };
}

/** The beginning of a text, up to the end of a word. */
function leadOf(body: string): string {
  const line = body
    .slice(0, 4 * LEAD)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= LEAD) return line;
  const end = line.lastIndexOf(" ", LEAD);
  return `${line.slice(0, end > LEAD / 2 ? end : LEAD).toWellFormed()}…`;
}
