import type { Conversation } from "../conversations/rules.ts";
import type { Actor } from "./actor.ts";
import { asDomainError } from "./errors.ts";
import { type LoadedConversation, type LoadRequest, loadAll } from "./load.ts";
import { publish } from "./publish.ts";
import type { System } from "./system.ts";
import type { Changes, Tx } from "./transact.ts";
import { writeAll } from "./write.ts";

export type Outcome = { result: unknown } | { error: unknown };

/** How a work ended, and the conversation whose write has to succeed for that to be true. */
export interface Decision {
  outcome: Outcome;
  dependsOn: string | null;
}

/** What the works of a batch share of one conversation: each sees what those before it decided. */
interface Slot {
  changes: Changes | null;
  /** Resolves when the work before is done deciding. */
  free: Promise<void>;
}

interface Asked {
  request: LoadRequest & { actor: Actor };
  answer: (loaded: Promise<LoadedConversation>) => void;
}

/** Loads together what its works ask for together, lets them decide one after the other, and writes it all at once. */
export class Batch {
  readonly #system: System;
  readonly #slots = new Map<string, Slot>();
  #asked: Asked[] = [];

  constructor(system: System) {
    this.#system = system;
  }

  async decide(actor: Actor, work: (tx: Tx) => Promise<unknown>): Promise<Decision> {
    let slot: Slot | null = null;
    let release = () => {};
    const load = async (request: LoadRequest) => {
      if (slot) throw new Error("a transaction loads one conversation");
      const loaded = await this.#load({ ...request, actor });
      if (!loaded.conversation) return loaded;
      slot = this.#slotOf(loaded.conversation.id);
      const before = slot.free;
      slot.free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      tx.changes = startFrom(slot.changes, loaded.conversation);
      return withEarlierWorks(loaded, tx.changes, request.clientId);
    };
    const tx: Tx = { system: this.#system, actor, now: this.#system.clock(), changes: null, opened: null, load };
    try {
      const outcome = { result: await work(tx) };
      return { outcome, dependsOn: this.#keep(tx, slot) };
    } catch (error) {
      return { outcome: { error: asDomainError(error) }, dependsOn: dependency(slot) };
    } finally {
      release();
    }
  }

  /**
   * Writes what the works decided and publishes what was written.
   *
   * @returns ids of the conversations that were written.
   */
  async write(wait: boolean): Promise<ReadonlySet<string>> {
    const all = [...this.#slots.values()].flatMap(({ changes }) => changes ?? []);
    if (all.length === 0) return new Set();
    const written = await writeAll(this.#system.db.pool, all, wait);
    publish(
      this.#system.bus,
      all.filter(({ conversation }) => written.has(conversation.id)),
    );
    return written;
  }

  /** Takes over what a work decided: from here on it is the conversation that the next work sees. */
  #keep({ changes, opened }: Tx, slot: Slot | null): Decision["dependsOn"] {
    if (slot && changes && changes.events.length + changes.reads.length > 0) slot.changes = changes;
    if (!opened) return dependency(slot);
    const created = this.#slotOf(opened.conversation.id);
    created.changes = opened;
    return dependency(created);
  }

  #slotOf(id: string): Slot {
    const known = this.#slots.get(id);
    if (known) return known;
    const made: Slot = { changes: null, free: Promise.resolve() };
    this.#slots.set(id, made);
    return made;
  }

  /** Waits for a microtask, so that all works of the batch ask in one statement. */
  #load(request: Asked["request"]): Promise<LoadedConversation> {
    return new Promise((resolve) => {
      if (this.#asked.length === 0) queueMicrotask(() => this.#loadAsked());
      this.#asked.push({ request, answer: resolve });
    });
  }

  #loadAsked(): void {
    const asked = this.#asked;
    this.#asked = [];
    const all = loadAll(
      this.#system.db.pool,
      asked.map(({ request }) => request),
    );
    for (const [i, { answer }] of asked.entries()) answer(all.then((results) => results[i] as LoadedConversation));
  }
}

function dependency(slot: Slot | null): Decision["dependsOn"] {
  return slot?.changes?.conversation.id ?? null;
}

/** A copy that the work may fill: thrown away with the work if it fails. */
function startFrom(changes: Changes | null, conversation: Conversation): Changes {
  if (!changes) {
    const expected = conversation.seq;
    return { conversation, expected, created: null, events: [], reads: [], jobs: [], audience: new Set() };
  }
  return {
    ...changes,
    events: [...changes.events],
    reads: changes.reads.map((read) => ({ ...read })),
    jobs: [...changes.jobs],
    audience: new Set(changes.audience),
  };
}

/** What was loaded, as the works before in this batch have changed it. */
function withEarlierWorks(loaded: LoadedConversation, changes: Changes, clientId: string | null): LoadedConversation {
  const { personId } = loaded.standing;
  const repeated = changes.events.find(
    (event) => clientId !== null && event.clientId === clientId && event.actorId === personId,
  );
  return { ...loaded, conversation: changes.conversation, earlier: loaded.earlier ?? repeated ?? null };
}
