import type { Actor } from "./actor.ts";
import { Batch, type Outcome } from "./batch.ts";
import { asDomainError, DomainError } from "./errors.ts";
import { Known } from "./known.ts";
import type { System } from "./system.ts";
import type { Tx } from "./transact.ts";

/** A work on its way: it decides, is written with its batch, and settles. */
interface Pending {
  actor: Actor;
  work: (tx: Tx) => Promise<unknown>;
  settle: (outcome: Outcome) => void;
  attempts: number;
}

const MAX_BATCH = 256;
/** Against one other process that writes to the same conversation all the time, each attempt wins about every second time. */
const MAX_ATTEMPTS = 16;
/** While a batch runs, arriving works wait for the next, unless it takes this long (ms): something holds it up. */
const SLOW_BATCH = 15;
/** Batches under way at once: while the database works on the one, the other is decided. */
const LANES = 2;
const MAX_LANES = 6;
/** Lanes in which works may wait for somebody else's lock. The others never wait, so no held row holds up everybody. */
const MAX_WAITING_LANES = 3;
/** SQLSTATE of unique_violation, serialization_failure and deadlock_detected: the same work may go well by itself. */
const RETRYABLE = new Set(["23505", "40001", "40P01"]);

/**
 * Commits in groups: works that arrive while a batch is on its way to the database make up the next one. One in flight
 * waits for nobody; two hundred in flight cost little more than one.
 */
export class Committer {
  readonly #system: () => System;
  readonly #known = new Known();
  #queue: Pending[] = [];
  /** Works that a batch had to leave out, in groups that are run again: by conversation, or one by itself. */
  readonly #again = new Map<string | symbol, Pending[]>();
  /** The groups that are under way; what joins such a group waits for its next turn. */
  readonly #waiting = new Set<string | symbol>();
  #turn: NodeJS.Immediate | null = null;
  #lanes = 0;
  #lastStart = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(system: () => System) {
    this.#system = system;
  }

  /** Runs a work in the next batch; see `transact`, its only caller. */
  run<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const settle = (outcome: Outcome) =>
        "error" in outcome ? reject(outcome.error) : resolve(outcome.result as Result);
      this.#queue.push({ actor, work, settle, attempts: 0 });
      // What arrives in the same turn of the event loop goes together.
      this.#turn ??= setImmediate(() => {
        this.#turn = null;
        this.#pump();
      });
    });
  }

  /** Another process changed a conversation: what is remembered of it is out of date. */
  changedElsewhere(conversationId: string): void {
    this.#known.forget(conversationId);
  }

  #pump(): void {
    while (this.#queue.length > 0 && this.#mayStart()) {
      this.#lanes++;
      this.#lastStart = performance.now();
      void this.#commit(this.#queue.splice(0, MAX_BATCH)).finally(() => {
        this.#lanes--;
        this.#pump();
      });
    }
    if (this.#queue.length > 0 && this.#lanes < MAX_LANES) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#pump();
      }, SLOW_BATCH);
    }
  }

  #mayStart(): boolean {
    if (this.#lanes < LANES) return true;
    return this.#lanes < MAX_LANES && performance.now() - this.#lastStart >= SLOW_BATCH;
  }

  /** Runs groups again, each in a lane of its own, where it may wait. */
  #pumpAgain(): void {
    for (const [key, group] of this.#again) {
      if (this.#waiting.size >= MAX_WAITING_LANES) return;
      if (this.#waiting.has(key)) continue;
      this.#waiting.add(key);
      const batch = group.splice(0, MAX_BATCH);
      if (group.length === 0) this.#again.delete(key);
      void this.#commit(batch).finally(() => {
        this.#waiting.delete(key);
        this.#pumpAgain();
      });
    }
  }

  async #commit(pendings: Pending[]): Promise<void> {
    const again = pendings.some(({ attempts }) => attempts > 0);
    const batch = new Batch(this.#system(), { known: this.#known, fresh: again });
    const decisions = await Promise.all(pendings.map(({ actor, work }) => batch.decide(actor, work)));
    let written: ReadonlySet<string>;
    try {
      written = await batch.write(again);
    } catch (error) {
      for (const pending of pendings) this.#failed(pending, error);
      return;
    }
    for (const [i, pending] of pendings.entries()) {
      const decision = decisions[i];
      // Together with the others of its conversation: one by one they would only get in each other's way.
      if (decision?.dependsOn && !written.has(decision.dependsOn)) this.#runAgain(pending, decision.dependsOn);
      else if (decision) pending.settle(decision.outcome);
    }
  }

  /** The write failed whole. What may go well by itself is run again; a lost database is the caller's to retry. */
  #failed(pending: Pending, error: unknown): void {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (RETRYABLE.has(code)) this.#runAgain(pending, Symbol("by itself"), error);
    else pending.settle({ error: asDomainError(error) });
  }

  #runAgain(pending: Pending, key: string | symbol, error: unknown = new DomainError("UNAVAILABLE")): void {
    pending.attempts++;
    if (pending.attempts >= MAX_ATTEMPTS) {
      pending.settle({ error });
      return;
    }
    this.#again.set(key, [...(this.#again.get(key) ?? []), pending]);
    queueMicrotask(() => this.#pumpAgain());
  }
}
