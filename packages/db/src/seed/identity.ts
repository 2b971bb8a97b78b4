import { createHash } from "node:crypto";

/** Time part of the ids of what has no time of its own; also the first moment of the demo's conversations, in ids alone. */
const EPOCH = Date.UTC(2025, 0, 1);

/** A source of numbers from 0 to below 1, the same sequence on every machine. */
export type Random = () => number;

/**
 * An id in the shape of a UUIDv7 that depends on nothing but its name, so that a demo row has the same id everywhere and
 * always. Ids sort by `offset`.
 *
 * @param offset milliseconds after the seed's epoch; whole.
 */
export function seedId(name: string, offset = 0): string {
  const time = (EPOCH + offset).toString(16).padStart(12, "0");
  const hash = createHash("sha256").update(name).digest("hex");
  const variant = "89ab"[Number.parseInt(hash.slice(0, 1), 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(1, 4)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}

/** Numbers that depend on the name alone (mulberry32): a change of one text moves nothing else. */
export function randomOf(name: string): Random {
  let state = createHash("sha256").update(name).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the list. @throws Error when it is empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return known(list[Math.floor(random() * list.length)], "something to pick from");
}

/** The value, or an error that says what is missing: the seed's files refer to each other by name. */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`the demo has no ${what}`);
  return value;
}
