import type { Actor, App } from "./actor.ts";
import type { System } from "./system.ts";

/** Who reads: somebody signed in, or a visitor. What use cases for anyone are called with. */
export interface ReaderContext {
  readonly system: System;
  readonly actor: Actor | null;
  readonly app: App;
  /** A visitor's pseudonym: a keyed hash of where they come from, which leads back to nobody. Empty over a socket. */
  readonly visitor: string;
}

/** What a reader's votes are counted by: once a person, once a visitor. */
export function readerKey({ actor, visitor }: ReaderContext): string {
  return actor?.personId ?? `visitor:${visitor}`;
}
