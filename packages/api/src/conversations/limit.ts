import { ProcessLimit } from "../core/process-limit.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { Context } from "../core/transact.ts";

/** A browser says every few seconds that its person writes. */
const TYPING_A_SECOND = 3;

const messages = new ProcessLimit({ windowSeconds: 60 });
const signals = new ProcessLimit({ windowSeconds: 1 });

/**
 * Counts what one person writes into conversations: messages, notes, changes. Before anything is read for it, and in this process
 * alone, so that it costs a message nothing.
 *
 * @throws RATE_LIMITED
 */
export function limitWriting({ system, actor }: Context): void {
  messages.take(actor.personId, { max: system.settings.messagesPerMinute, now: system.clock().getTime() });
}

/**
 * Counts a conversation that one person opens: each has a desk told, and is there for good.
 *
 * @throws RATE_LIMITED
 */
export function limitOpening({ system, actor }: Context): Promise<void> {
  const max = system.settings.ticketsPerHour;
  return takeFromLimit(system, { key: `open:${actor.personId}`, max, windowSeconds: 3_600 });
}

/** Counts one person's sign that they write; more than anybody's keys make are not passed on. */
export function mayShowTyping({ system, actor }: Context): boolean {
  return signals.wait(actor.personId, { max: TYPING_A_SECOND, now: system.clock().getTime() }) === 0;
}
