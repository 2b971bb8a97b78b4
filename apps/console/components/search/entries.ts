import type { Hit, SearchAnswer } from "@mintreu/api/search/schema";
import type { ActionId } from "../actions/registry.ts";
import type { Scope } from "./wanted.ts";

/** One line of the search box that can be chosen. */
export type Entry =
  | { kind: "recent"; text: string }
  | { kind: "action"; id: ActionId }
  | { kind: "hit"; hit: Hit; answer: SearchAnswer }
  | { kind: "all"; total: number };

/** What the box knows. */
export interface Known {
  wanted: { text: string; scope: Scope };
  answer: SearchAnswer | null;
  recent: readonly string[];
  actions: readonly ActionId[];
  nameOf: (id: ActionId) => string;
}

/** Actions beside what was found: a few, as the box is for finding first. */
const ACTIONS_BESIDE = 3;

/** What can be chosen, from first to last. */
export function entriesOf({ wanted: { text, scope }, answer, recent, actions, nameOf }: Known): Entry[] {
  const word = text.toLowerCase();
  const doing =
    scope === "all" || scope === "action" ? actions.filter((id) => nameOf(id).toLowerCase().includes(word)) : [];
  const asEntries = (ids: readonly ActionId[]): Entry[] => ids.map((id) => ({ kind: "action", id }));
  if (scope === "action") return asEntries(doing);
  if (text === "") return [...recent.map((each): Entry => ({ kind: "recent", text: each })), ...asEntries(doing)];
  const hits = answer?.hits.map((hit): Entry => ({ kind: "hit", hit, answer })) ?? [];
  const all: Entry[] = answer && answer.total > answer.hits.length ? [{ kind: "all", total: answer.total }] : [];
  return [...hits, ...all, ...asEntries(doing.slice(0, ACTIONS_BESIDE))];
}

/** What tells an entry from the others, fit for an id of the page. */
export function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case "recent":
      return `recent-${encodeURIComponent(entry.text)}`;
    case "action":
      return `action-${entry.id}`;
    case "hit":
      return `hit-${entry.hit.id}`;
    case "all":
      return "all";
  }
}
