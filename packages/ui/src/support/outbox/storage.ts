import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { OutboxEntry } from "./entry.ts";

/** Where unsent messages outlive their tab. */
export interface OutboxStorage {
  load(personId: string): Promise<OutboxEntry[]>;
  /** @returns whether it is kept. */
  save(entry: OutboxEntry): Promise<boolean>;
  remove(entry: OutboxEntry): Promise<void>;
}

let store: UseStore | null = null;

function messages(): UseStore {
  store ??= createStore("mintreu-outbox", "messages");
  return store;
}

const keyOf = ({ personId, clientId }: OutboxEntry) => `${personId}:${clientId}`;

/** IndexedDB. Where a browser forbids it, as in some private windows, messages live as long as the tab. */
export const indexedDbStorage: OutboxStorage = {
  load: async (personId) => {
    const all = await entries<string, OutboxEntry>(messages()).catch(() => []);
    return all.flatMap(([key, entry]) => (key.startsWith(`${personId}:`) ? entry : []));
  },
  save: (entry) =>
    set(keyOf(entry), entry, messages()).then(
      () => true,
      () => false,
    ),
  remove: (entry) => del(keyOf(entry), messages()).catch(() => {}),
};
