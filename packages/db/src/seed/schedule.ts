import type { Status, Step } from "./dialogue.ts";
import type { Random } from "./identity.ts";

/** Milliseconds of a minute. */
export const MINUTE = 60_000;
/** Milliseconds of a day. */
export const DAY = 1440 * MINUTE;
/** The demo's conversations happened within this time before it was seeded. */
export const WINDOW = 60 * DAY;

type Span = readonly [least: number, most: number];

/** Minutes that people take. */
const PAUSES: Record<Step["kind"], Span> = {
  say: [18, 1300],
  reply: [9, 700],
  note: [3, 45],
  status: [25, 900],
  priority: [1, 25],
  assign: [2, 40],
  transfer: [5, 90],
};
const CHAT_PAUSE: Span = [1, 5];
/** A resolved conversation is closed when nothing has come for a week. */
const CLOSING: Span = [7 * 1440, 7 * 1440 + 600];

/** Days since the newest event, by where the conversation stands. */
const AGES: Record<Status, Span> = {
  new: [0.05, 2.5],
  open: [0.05, 6],
  pending: [0.4, 11],
  on_hold: [1, 18],
  resolved: [0.3, 34],
  closed: [1, 48],
};

/** Chooses how long people take, in milliseconds: in a chat less. */
export function pauses(random: Random, isChat: boolean): (step: Step) => number {
  return (step) => {
    const quick = isChat && step.kind !== "status";
    const span = step.kind === "status" && step.to === "closed" ? CLOSING : quick ? CHAT_PAUSE : PAUSES[step.kind];
    return step.after ?? Math.round(within(random, span) * MINUTE);
  };
}

/**
 * Chooses when a conversation began, in milliseconds after the beginning of the window.
 *
 * @param duration from its first to its newest event; `ends` days ago of the newest one, where the script says it.
 */
export function beginning(random: Random, conversation: { status: Status; duration: number; ends?: number }): number {
  const { status, duration, ends } = conversation;
  const isDone = status === "resolved" || status === "closed";
  const age = Math.round((ends ?? within(random, AGES[status], isDone ? 1 : 2)) * DAY);
  const earliest = Math.round(random() * DAY);
  return Math.max(earliest, WINDOW - age - duration);
}

/** Squared by default, so that short waits are common and long ones rare. */
function within(random: Random, [least, most]: Span, power = 2): number {
  return least + random() ** power * (most - least);
}
