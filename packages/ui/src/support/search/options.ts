import type { DocumentKind, Hit, SearchAnswer } from "@mintreu/api/search/schema";

/** One thing that can be chosen below a search box. */
export type SearchOption =
  /** Searched for before. */
  | { kind: "recent"; text: string }
  /** What was probably meant. */
  | { kind: "suggestion"; text: string }
  /** `place` counts from 1 in what was found. */
  | { kind: "hit"; hit: Hit; place: number }
  /** Every result, on a page of its own. */
  | { kind: "all"; text: string; total: number }
  /** The way to a person when nothing was found. */
  | { kind: "ask"; text: string };

/** Options under one heading; null for those without. */
export interface OptionGroup {
  of: "recent" | DocumentKind | null;
  options: SearchOption[];
}

/** What a search box offers. */
export interface Offer {
  /** What is in the box. */
  text: string;
  /** The newest answer, to the same text or to one before it; null before the first. */
  answer: SearchAnswer | null;
  recent: readonly string[];
  /** Whether a person may be asked here. */
  mayAsk: boolean;
}

/** What stands below the box: kinds together, the best kind first, each kind in the order of its hits. */
export function groupsOf({ text, answer, recent, mayAsk }: Offer): OptionGroup[] {
  if (text.trim() === "") return recent.length > 0 ? [{ of: "recent", options: recent.map(toRecent) }] : [];
  if (!answer) return [];
  const groups: OptionGroup[] = [];
  const { suggestion, hits, total } = answer;
  if (suggestion) groups.push({ of: null, options: [{ kind: "suggestion", text: suggestion }] });
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  const placed = hits.map((hit, index) => ({ kind: "hit" as const, hit, place: index + 1 }));
  for (const of of kinds) groups.push({ of, options: placed.filter(({ hit }) => hit.kind === of) });
  if (total > 0) groups.push({ of: null, options: [{ kind: "all", text, total }] });
  else if (mayAsk) groups.push({ of: null, options: [{ kind: "ask", text }] });
  return groups;
}

const toRecent = (text: string): SearchOption => ({ kind: "recent", text });
