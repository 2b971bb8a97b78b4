import type { StoredEvent } from "../conversations/events.ts";
import type { Conversation, Standing } from "../conversations/rules.ts";
import type { Category } from "../conversations/schema.ts";
import type { Actor } from "./actor.ts";
import type { Job } from "./jobs.ts";
import type { LoadedConversation, LoadRequest } from "./load.ts";
import type { System } from "./system.ts";

/** A conversation that a transaction creates: the columns that never change after. */
export interface NewConversation {
  category: Category;
  channel: "portal" | "chat" | "email" | "api";
  followsId: string | null;
}

/** What every use case is called with: who asks, and the system it works on. */
export interface Context {
  readonly system: System;
  readonly actor: Actor;
}

/** What one use case has decided and not yet committed. */
export interface Changes {
  conversation: Conversation;
  /** `seq` as it was loaded: the guard of the write. 0 for one that is created. */
  expected: number;
  created: NewConversation | null;
  events: StoredEvent[];
  /** How the actors stood when it was decided: written only if they still do. */
  standings: Standing[];
  reads: { personId: string; seq: number }[];
  jobs: Job[];
  /** The desks and people to wake, those of before included. */
  audience: Set<string>;
}

/** The use case's end of a transaction. */
export interface Tx {
  readonly system: System;
  readonly actor: Actor;
  readonly now: Date;
  /** Loads what a use case decides on. At most one conversation a transaction. */
  load(request: LoadRequest): Promise<LoadedConversation>;
  /** What will be committed of the conversation it loaded; `core/record.ts` writes to it. */
  changes: Changes | null;
  /** A conversation it creates. One that follows up another is written only together with that one's changes. */
  opened: Changes | null;
}

/**
 * Runs a use case so that state, events and jobs commit together or not at all, and publishes after the commit.
 *
 * The work decides on what `tx.load` gave it and writes only through `record` and `enqueue`. It may run more than once:
 * when another process changed the conversation meanwhile, it decides again on the new state. So it does nothing but
 * decide, and gathers whatever else it needs before.
 *
 * Works that arrive together share one load and one write (core/committer.ts); neither sees the other's failure.
 *
 * @throws DomainError as the work throws it; UNAVAILABLE when the database is gone.
 */
export function transact<Result>({ system, actor }: Context, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return system.committer.run(actor, work);
}
