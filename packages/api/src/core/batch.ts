import type { Conversation, Standing } from "../conversations/rules.ts";
import type { Actor } from "./actor.ts";
import { asDomainError } from "./errors.ts";
import type { Known } from "./known.ts";
import { type LoadedConversation, type LoadRequest, loadAll } from "./load.ts";
import { publish } from "./publish.ts";
import type { System } from "./system.ts";
import type { Changes, Tx } from "./transact.ts";
import { writeAll } from "./write.ts";

type Work = (tx: Tx) => Promise<unknown>;

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
  readonly #known: Known;
  /** Whether to decide on nothing but what is loaded. */
  readonly #fresh: boolean;
  readonly #slots = new Map<string, Slot>();
  #asked: Asked[] = [];

  constructor(system: System, { known, fresh }: { known: Known; fresh: boolean }) {
    this.#system = system;
    this.#known = known;
    this.#fresh = fresh;
  }

  /**
   * Lets a work decide: first on what the process remembers, which the write then proves. A refusal, or a work that has
   * nothing to write, is proved by no write, so it decides again on what is loaded.
   */
  async decide(actor: Actor, work: Work): Promise<Decision> {
    const quick = this.#fresh ? null : await this.#decideOn(actor, work, "remembered");
    return quick ?? (await this.#decideOn(actor, work, "loaded")) ?? unproved();
  }

  /** @returns null where what was remembered is not enough. */
  async #decideOn(actor: Actor, work: Work, source: "remembered" | "loaded"): Promise<Decision | null> {
    const place = new Place(this.#slots);
    let remembered = false;
    const load = async (request: LoadRequest) => {
      const known = source === "remembered" ? this.#known.recall(actor, request.conversationId) : null;
      remembered = known !== null;
      const loaded = known ?? (await this.#load({ ...request, actor }));
      if (!loaded.conversation) return loaded;
      tx.changes = startFrom(await place.take(loaded.conversation.id), loaded.conversation, loaded.standing);
      return withEarlierWorks(loaded, tx.changes, request.clientId);
    };
    const tx: Tx = { system: this.#system, actor, now: this.#system.clock(), changes: null, opened: null, load };
    try {
      const outcome = { result: await work(tx) };
      const writes = this.#keep(tx, place.slot);
      return remembered && !writes ? null : { outcome, dependsOn: dependency(writes ?? place.slot) };
    } catch (error) {
      return remembered ? null : { outcome: { error: asDomainError(error) }, dependsOn: dependency(place.slot) };
    } finally {
      place.leave();
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
    // Until it is known how it ends, nothing is: another batch must not decide on what this one replaces.
    for (const { conversation } of all) this.#known.forget(conversation.id);
    const written = await writeAll(this.#system.db.pool, all, wait);
    for (const { conversation, standings } of all) {
      if (written.has(conversation.id)) this.#known.remember(conversation);
      else this.#known.forget(conversation.id, new Set(standings.map(({ personId }) => personId)));
    }
    publish(
      this.#system.bus,
      all.filter(({ conversation }) => written.has(conversation.id)),
    );
    return written;
  }

  /**
   * Takes over what a work decided: from here on it is the conversation that the next work sees.
   *
   * @returns the slot whose write it depends on; null where it has nothing to write.
   */
  #keep({ changes, opened }: Tx, slot: Slot | null): Slot | null {
    const writes = slot !== null && changes !== null && changes.events.length + changes.reads.length > 0;
    const changed = writes && (slot.changes === null || !sameWrites(slot.changes, changes));
    if (changed) slot.changes = changes;
    if (!opened) return changed ? slot : null;
    const created: Slot = { changes: opened, free: Promise.resolve() };
    this.#slots.set(opened.conversation.id, created);
    return created;
  }

  /** Waits for a microtask, so that all works of the batch ask in one statement. */
  #load(request: Asked["request"]): Promise<LoadedConversation> {
    return new Promise((resolve) => {
      if (this.#asked.length === 0) queueMicrotask(() => this.#loadAsked());
      this.#asked.push({ request, answer: resolve });
    });
  }

  #remember(loaded: LoadedConversation | undefined): LoadedConversation {
    if (!loaded) throw new Error("every request is answered");
    if (loaded.conversation) this.#known.remember(loaded.conversation, loaded.standing);
    return loaded;
  }

  #loadAsked(): void {
    const asked = this.#asked;
    this.#asked = [];
    const all = loadAll(
      this.#system.db.pool,
      asked.map(({ request }) => request),
    );
    for (const [i, { answer }] of asked.entries()) answer(all.then((results) => this.#remember(results[i])));
  }
}

/** One work's turn in the slot of its conversation. */
class Place {
  slot: Slot | null = null;
  readonly #slots: Map<string, Slot>;
  #release = () => {};

  constructor(slots: Map<string, Slot>) {
    this.#slots = slots;
  }

  /** Waits for the works before. @returns what they decided. */
  async take(id: string): Promise<Changes | null> {
    if (this.slot) throw new Error("a transaction loads one conversation");
    const slot = this.#slots.get(id) ?? { changes: null, free: Promise.resolve() };
    this.#slots.set(id, slot);
    this.slot = slot;
    const before = slot.free;
    slot.free = new Promise((resolve) => {
      this.#release = resolve;
    });
    await before;
    return slot.changes;
  }

  leave(): void {
    this.#release();
  }
}

function unproved(): never {
  throw new Error("what is loaded is always enough");
}

/** Whether a work added nothing to what those before it decided. */
function sameWrites(before: Changes, after: Changes): boolean {
  return before.events.length === after.events.length && JSON.stringify(before.reads) === JSON.stringify(after.reads);
}

function dependency(slot: Slot | null): Decision["dependsOn"] {
  return slot?.changes?.conversation.id ?? null;
}

/** A copy that the work may fill: thrown away with the work if it fails. */
function startFrom(changes: Changes | null, conversation: Conversation, standing: Standing): Changes {
  if (!changes) {
    const written = { events: [], standings: [standing], reads: [], jobs: [], audience: new Set<string>() };
    return { conversation, expected: conversation.seq, created: null, ...written };
  }
  const known = changes.standings.some(({ personId }) => personId === standing.personId);
  return {
    ...changes,
    standings: known ? changes.standings : [...changes.standings, standing],
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
