import type { ViewEvent } from "@mintreu/api/conversations/events";
import type { LiveClient } from "../live/client.ts";
import { failureOf } from "../live/failure.ts";
import { newClientId, type OutboxEntry } from "./entry.ts";
import { indexedDbStorage, type OutboxStorage } from "./storage.ts";

/** What a person wrote, to be sent. */
export type NewMessage = Pick<OutboxEntry, "conversationId" | "mode" | "body" | "status" | "visibility">;

interface Parts {
  personId: string;
  storage: OutboxStorage;
  /** Asks the server once; resolves with the message as everybody sees it. */
  deliver: (entry: OutboxEntry) => Promise<ViewEvent>;
  /** Calls back when there is a connection again. */
  onConnected: (listener: () => void) => () => void;
}

const LONGEST_WAIT = 10_000;
const NONE: readonly OutboxEntry[] = [];

/**
 * One person's unsent messages: shown at once, sent in order for each conversation, tried for ever while the server does
 * not answer, and kept over closed tabs. Only what the server refuses fails, and waits for its author.
 */
export class Outbox {
  readonly #parts: Parts;
  #entries: readonly OutboxEntry[] = NONE;
  readonly #listeners = new Set<() => void>();
  readonly #delivered = new Set<(conversationId: string, event: ViewEvent) => void>();
  readonly #busy = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #failures = new Map<string, number>();
  readonly #saved = new Map<string, Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes up what earlier tabs left, and goes on whenever the connection is back. @returns a function that stops that. */
  open(): () => void {
    void this.#parts.storage.load(this.#parts.personId).then((kept) => {
      const known = new Set(this.#entries.map(({ clientId }) => clientId));
      const unsent = kept.filter(({ clientId, state }) => !known.has(clientId) && state !== "sent");
      const again = unsent.map((entry): OutboxEntry => {
        return { ...entry, kept: true, state: entry.state === "failed" ? "failed" : "queued" };
      });
      if (again.length > 0) this.#change([...again, ...this.#entries].sort(byTime));
      this.#sendAll();
    });
    return this.#parts.onConnected(() => this.#sendAll());
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Everything unsent, oldest first; the same array until it changes. */
  get entries(): readonly OutboxEntry[] {
    return this.#entries;
  }

  /** Hears of every message the server has taken. */
  onDelivered(listener: (conversationId: string, event: ViewEvent) => void): () => void {
    this.#delivered.add(listener);
    return () => this.#delivered.delete(listener);
  }

  send(message: NewMessage): OutboxEntry {
    const { personId } = this.#parts;
    const created = { clientId: newClientId(), createdAt: new Date().toISOString(), state: "queued" } as const;
    const entry: OutboxEntry = { ...message, ...created, personId };
    this.#change([...this.#entries, entry]);
    this.#save(entry);
    this.#sendNext(entry.conversationId);
    return entry;
  }

  /** Tries a failed message again. */
  retry(clientId: string): void {
    const entry = this.#find(clientId);
    if (entry?.state !== "failed") return;
    this.#save(this.#update(entry, { state: "queued", reason: undefined }));
    this.#sendNext(entry.conversationId);
  }

  /** Gives a message up. */
  discard(clientId: string): void {
    const entry = this.#find(clientId);
    if (!entry) return;
    void this.#forget(entry);
    this.#change(this.#entries.filter((other) => other.clientId !== clientId));
  }

  /** The live stream has brought these: their rows are no longer pending. */
  settle(clientIds: ReadonlySet<string>): void {
    const gone = this.#entries.filter(({ clientId }) => clientIds.has(clientId));
    if (gone.length === 0) return;
    for (const entry of gone) void this.#forget(entry);
    this.#change(this.#entries.filter((entry) => !gone.includes(entry)));
  }

  #sendAll(): void {
    this.#failures.clear();
    for (const id of new Set(this.#entries.map((entry) => entry.conversationId))) this.#sendNext(id);
  }

  /** One at a time in a conversation, so that they arrive in the order they were written. */
  #sendNext(conversationId: string): void {
    if (this.#busy.has(conversationId)) return;
    clearTimeout(this.#timers.get(conversationId));
    const next = this.#entries.find((entry) => entry.conversationId === conversationId && entry.state === "queued");
    if (!next) return;
    this.#busy.add(conversationId);
    this.#update(next, { state: "sending", limited: undefined });
    void this.#deliver(next).then((goOn) => {
      this.#busy.delete(conversationId);
      if (goOn) this.#sendNext(conversationId);
    });
  }

  /** @returns whether the next one may follow at once. */
  async #deliver(entry: OutboxEntry): Promise<boolean> {
    const { conversationId, clientId } = entry;
    try {
      const event = await this.#parts.deliver(entry);
      this.#failures.delete(conversationId);
      void this.#forget(entry);
      this.#update(entry, { state: "sent" });
      for (const listener of this.#delivered) listener(conversationId, event);
      return true;
    } catch (error) {
      return this.#find(clientId) === undefined || this.#failed(entry, error);
    }
  }

  #failed(entry: OutboxEntry, error: unknown): boolean {
    const { conversationId } = entry;
    const failure = failureOf(error);
    if (failure.kind === "refused") {
      this.#save(this.#update(entry, { state: "failed", reason: failure.code }));
      return true;
    }
    const seconds = failure.kind === "transient" ? (failure.retryAfterSeconds ?? 0) : 0;
    this.#update(entry, { state: "queued", limited: seconds > 0 });
    // Signed out: it stays for when its author is back.
    if (failure.kind === "signed-out") return false;
    const failures = (this.#failures.get(conversationId) ?? 0) + 1;
    this.#failures.set(conversationId, failures);
    const wait = Math.min(250 * 2 ** failures, LONGEST_WAIT) * (0.5 + Math.random() / 2);
    this.#timers.set(
      conversationId,
      setTimeout(() => this.#sendNext(conversationId), Math.max(wait, seconds * 1000)),
    );
    return false;
  }

  #find(clientId: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.clientId === clientId);
  }

  /** Changes it in memory. @returns what it is now. */
  #update({ clientId, ...before }: OutboxEntry, change: Partial<OutboxEntry>): OutboxEntry {
    const now: OutboxEntry = { ...before, ...this.#find(clientId), clientId, ...change };
    this.#change(this.#entries.map((other) => (other.clientId === clientId ? now : other)));
    return now;
  }

  /** Nothing waits for it: what is sent at once is often there before it is written down. */
  #save(entry: OutboxEntry): void {
    const saved = this.#parts.storage.save(entry).then((kept) => {
      const now = this.#find(entry.clientId);
      if (now && now.kept !== kept) this.#update(now, { kept });
    });
    this.#saved.set(entry.clientId, saved);
  }

  /** After what was being saved: a save that ends later would bring it back. */
  async #forget(entry: OutboxEntry): Promise<void> {
    await this.#saved.get(entry.clientId);
    this.#saved.delete(entry.clientId);
    await this.#parts.storage.remove(entry);
  }

  #change(entries: readonly OutboxEntry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

const byTime = (a: OutboxEntry, b: OutboxEntry) => a.createdAt.localeCompare(b.createdAt);

const outboxes = new WeakMap<LiveClient, Outbox>();

/** The outbox of the tab's person. */
export function outboxOf(client: LiveClient): Outbox {
  const known = outboxes.get(client);
  if (known) return known;
  const { personId, trpc, connection } = client;
  const made = new Outbox({
    personId,
    storage: indexedDbStorage,
    deliver: ({ conversationId: id, clientId, mode, body, status, visibility = "agents" }) =>
      mode === "note"
        ? trpc.conversations.note.mutate({ id, clientId, body, visibility })
        : trpc.conversations.reply.mutate({ id, clientId, body, ...(status && { status }) }),
    onConnected: (listener) => connection?.onState((state) => state === "open" && listener()) ?? (() => {}),
  });
  outboxes.set(client, made);
  return made;
}
