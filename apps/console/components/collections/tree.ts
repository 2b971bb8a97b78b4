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

/** The same in one list, each section right after its collection and named with it, for choosing one. */
export function withPaths<Row extends { id: string; parentId: string | null; name: string }>(
  rows: readonly Row[],
): Row[] {
  const ids = new Set(rows.map(({ id }) => id));
  return rows
    .filter(({ parentId }) => parentId === null || !ids.has(parentId))
    .flatMap((top) => [
      top,
      ...rows
        .filter(({ parentId }) => parentId === top.id)
        .map((row) => ({ ...row, name: `${top.name} › ${row.name}` })),
    ]);
}
