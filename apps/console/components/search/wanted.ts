import type { DocumentKind } from "@mintreu/api/search/schema";

/** What can be looked for: everything, one kind of thing, or what can be done here. */
export type Scope = "all" | DocumentKind | "action";

/** Every scope, in the order of the filter. */
export const SCOPES: readonly Scope[] = [
  "all",
  "conversation",
  "article",
  "documentation",
  "person",
  "product",
  "action",
];

/** A sign at the beginning of what is typed that says what is looked for, as a filter does. */
const SIGNS: Record<string, Scope> = { ">": "action", "@": "person" };

/** What somebody looks for: `>` asks for actions, `@` for people; otherwise the filter says it. */
export function wantedIn(typed: string, filter: Scope): { text: string; scope: Scope } {
  const scope = SIGNS[typed.trimStart().charAt(0)];
  return scope ? { text: typed.trimStart().slice(1).trim(), scope } : { text: typed.trim(), scope: filter };
}
