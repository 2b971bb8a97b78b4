import type { Actor, App } from "./actor.ts";
import type { System } from "./system.ts";

/** Who reads: somebody signed in, or a visitor. What use cases for anyone are called with. */
export interface ReaderContext {
  readonly system: System;
  readonly actor: Actor | null;
  readonly app: App;
  /**
   * A visitor's pseudonym: keyed hashes of their network, and of it and their browser, with a dot between; they lead back to
   * nobody. Empty over a socket, and for robots.
   */
  readonly visitor: string;
}

/** What a reader's votes are counted by: once a person, once a visitor. */
export function readerKey({ actor, visitor }: ReaderContext): string {
  return actor?.personId ?? `visitor:${visitor}`;
}

/** The part of a visitor's pseudonym that stays when they change their browser. */
export function networkOf({ visitor }: ReaderContext): string {
  return visitor.split(".")[0] ?? "";
}
