import type { CollectionRow } from "@mintreu/api/articles/schema";

/** A collection with its sections, in their order. */
export interface CollectionNode extends CollectionRow {
  sections: CollectionRow[];
}

/** The collections with their sections. One whose parent is not here stands on its own: nothing that exists is hidden. */
export function treeOf(rows: readonly CollectionRow[]): CollectionNode[] {
  const ids = new Set(rows.map(({ id }) => id));
  const inOrder = rows.toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  return inOrder
    .filter(({ parentId }) => parentId === null || !ids.has(parentId))
    .map((row) => ({ ...row, sections: inOrder.filter(({ parentId }) => parentId === row.id) }));
}
