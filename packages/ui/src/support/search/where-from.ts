import type { Hit } from "@mintreu/api/search/schema";

/** Where something that was found comes from, in one line: its product, its collection or site; a name that both have once. */
export function whereFrom({ product, origin }: Pick<Hit, "product" | "origin">): string {
  return [...new Set([product?.name, origin])].filter(Boolean).join(" · ");
}
