import { type Document, readFilter } from "./filter.ts";
import { hitOf } from "./highlighting.ts";
import { ask, type Found } from "./matching.ts";

export interface Field {
  name: string;
  type: string;
  index?: boolean;
  optional?: boolean;
  facet?: boolean;
  stem?: boolean;
}

export interface Schema {
  name: string;
  fields: Field[];
  token_separators?: string[];
  default_sorting_field?: string;
}

export interface Collection {
  schema: Schema;
  createdAt: number;
  documents: Map<string, Document>;
}

export type Parameters = Record<string, string | number | boolean>;

/** Searches a collection as the parameters say, and answers as Typesense does. */
export function searchIn({ schema, documents }: Collection, given: Parameters, synonyms: string[][]) {
  const text = (name: string, otherwise = "") => String(given[name] ?? otherwise);
  const number = (name: string, otherwise: number) => Number(given[name] ?? otherwise);
  const filter = readFilter(text("filter_by"), new Set([...schema.fields.map(({ name }) => name), "id"]));
  const fields = text("query_by")
    .split(",")
    .map((name, i) => {
      const field = schema.fields.find((each) => each.name === name && each.index !== false);
      if (!field) throw new MissingField(`Could not find a field named \`${name}\` in the schema.`);
      return { ...field, weight: Number(text("query_by_weights").split(",")[i] ?? 1) };
    });
  const open = [...documents.values()].filter(filter);
  const separators = new Set(schema.token_separators ?? []);
  const found = new Map<string, Found>();
  for (const asked of variantsOf(text("q"), synonyms)) {
    for (const each of ask(open, {
      asked,
      fields,
      separators,
      exactNumbers: [given.enable_typos_for_numerical_tokens, given.enable_typos_for_alpha_numerical_tokens].includes(
        false,
      ),
      typoThreshold: number("typo_tokens_threshold", 1),
      dropThreshold: number("drop_tokens_threshold", 1),
      prefix: text("prefix", "true") !== "false",
    })) {
      const known = found.get(each.document.id);
      if (!known || known.score < each.score) found.set(each.document.id, each);
    }
  }
  const order = [...documents.keys()];
  const sorted = [...found.values()].sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.document[schema.default_sorting_field ?? ""] ?? 0) -
        Number(a.document[schema.default_sorting_field ?? ""] ?? 0) ||
      order.indexOf(b.document.id) - order.indexOf(a.document.id),
  );
  const groups = [...Map.groupBy(sorted, ({ document }) => String(document[text("group_by")]))];
  const page = groups.slice(number("offset", 0), number("offset", 0) + number("limit", 10));
  return {
    facet_counts: text("facet_by")
      .split(",")
      .filter(Boolean)
      .map((field) => facetOf(field, sorted, text("group_by"))),
    found: groups.length,
    found_docs: sorted.length,
    out_of: documents.size,
    page: 1,
    search_time_ms: 0,
    search_cutoff: false,
    request_params: { collection_name: schema.name, q: text("q"), per_page: number("limit", 10) },
    grouped_hits: page.map(([key, hits]) => ({
      found: hits.length,
      group_key: [key],
      hits: hits.slice(0, number("group_limit", 3)).map((hit) => hitOf(hit, given)),
    })),
  };
}

export class MissingField extends Error {}

/** What was asked, and the same with words that mean as much. */
function variantsOf(q: string, synonyms: string[][]): string[][] {
  const asked = q.split(" ").filter(Boolean);
  const variants = [asked];
  for (const words of synonyms) {
    for (const phrase of words) {
      const parts = phrase.split(" ");
      const at = asked.findIndex((_, i) => parts.every((part, j) => asked[i + j] === part));
      if (at < 0) continue;
      for (const other of words)
        if (other !== phrase) variants.push(asked.toSpliced(at, parts.length, ...other.split(" ")));
    }
  }
  return variants;
}

/** With groups, a facet counts groups. */
function facetOf(field: string, found: Found[], groupBy: string) {
  const having = found.filter(({ document }) => document[field] !== undefined);
  const counts = [...Map.groupBy(having, ({ document }) => String(document[field]))].map(([value, all]) => ({
    count: new Set(all.map(({ document }) => document[groupBy])).size,
    highlighted: value,
    value,
  }));
  return { field_name: field, sampled: false, stats: { total_values: counts.length }, counts };
}
