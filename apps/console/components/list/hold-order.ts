import type { ListRow } from "@mintreu/api/conversations/list-sql";

/** A row as it is shown. */
export interface ShownRow extends ListRow {
  /** It is no longer in this list, and stays in its place until the reader lets go. */
  left: boolean;
}

/** A list that keeps its order under the reader. */
export interface Held {
  rows: ShownRow[];
  /** How many rows would come, go or move if the new order were shown. */
  updates: number;
}

/**
 * What to show while the reader's place is kept: the rows in the order they had, each as it is now. What further pages
 * brought is added at the end; what would stand above waits.
 *
 * @param shown the rows as they were when the order was last taken over.
 * @param fresh the rows as they are.
 */
export function holdOrder(shown: readonly ListRow[], fresh: readonly ListRow[]): Held {
  const now = new Map(fresh.map((row, index) => [row.id, { row, index }]));
  const before = new Map(shown.map((row) => [row.id, row]));
  const rows = shown.map((row): ShownRow => ({ ...(now.get(row.id)?.row ?? row), left: !now.has(row.id) }));
  const end = Math.max(
    -1,
    ...shown.map((row) => (moved(row, now.get(row.id)?.row) ? -1 : (now.get(row.id)?.index ?? -1))),
  );
  const isNew = (row: ListRow) => !before.has(row.id);
  const further = fresh.slice(end + 1).filter(isNew);
  const waiting = fresh.slice(0, end + 1).filter(isNew).length;
  const left = rows.filter((row) => row.left).length;
  const movedRows = shown.filter((row, index) => moved(row, now.get(row.id)?.row) && now.get(row.id)?.index !== index);
  return {
    rows: [...rows, ...further.map((row) => ({ ...row, left: false }))],
    updates: waiting + left + movedRows.length,
  };
}

/** Only what happens in a conversation moves it. */
function moved(before: ListRow, now: ListRow | undefined): boolean {
  return now !== undefined && now.lastEventAt !== before.lastEventAt;
}
