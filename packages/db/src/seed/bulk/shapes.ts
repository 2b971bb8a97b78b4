import { fillIn } from "../casting.ts";
import { type Deed, readDialogues } from "../dialogue.ts";
import { randomOf } from "../identity.ts";
import { addUp, type Cast, type PlayedEvent, play, type Sum } from "../play.ts";
import { pauses } from "../schedule.ts";

/** Ids of a shape's cast; the SQL puts real ones in their place. */
export const ROLES = { requester: "requester", agent: "agent", admin: "admin", desk: "desk", platform: "platform" };

const CAST: Cast = {
  requester: ROLES.requester,
  first: { desk: ROLES.desk, agents: [ROLES.agent] },
  platform: { desk: ROLES.platform, agents: [ROLES.admin] },
  names: ROLES,
};

/** Texts to fill a shape with, by who writes. */
export type Pool = "say" | "reply" | "note";

/** A course that conversations take: the same events for many, each with its own people, texts and times. */
export interface Shape {
  events: PlayedEvent[];
  sum: Sum;
  /** Newest event of an agent. */
  agentSeq: number;
  /** How many of a thousand conversations have this shape. */
  share: number;
}

const say: Deed = { kind: "say", text: "say" };
const note: Deed = { kind: "note", text: "note", visibility: "desk" };
const shared: Deed = { kind: "note", text: "note", visibility: "agents" };
const reply: Deed = { kind: "reply", text: "reply", other: false };
const ask: Deed = { ...reply, status: "pending" };
const park: Deed = { ...reply, status: "on_hold" };
const solve: Deed = { ...reply, status: "resolved" };
const take: Deed = { kind: "assign", to: "me" };
const raise: Deed = { kind: "priority", to: "high" };
const urge: Deed = { kind: "priority", to: "urgent" };
const transfer: Deed = { kind: "transfer" };
const close: Deed = { kind: "status", to: "closed" };

/** How many of a thousand wait for somebody, as at a busy desk: the first shapes. The others are done. */
export const WAITING = 80;

/** Shares of a thousand. */
const SCRIPTS: readonly (readonly [share: number, ...deeds: Deed[]])[] = [
  [8, say, say],
  [4, say, raise, note],
  [16, say, take, reply, say, reply, say],
  [12, say, raise, take, ask, say, note, reply, say],
  [8, say, take, reply, note, say, shared, reply],
  [4, say, reply, transfer, note, take, reply, say],
  [12, say, take, ask, say, ask],
  [6, say, raise, take, reply, say, note, ask],
  [10, say, take, reply, note, park],
  [60, say, take, reply, say, solve],
  [70, say, take, ask, say, note, reply, say, solve],
  [50, say, raise, take, reply, shared, say, reply, say, solve],
  [20, say, reply, shared, transfer, take, reply, say, solve],
  [20, say, say, take, ask, say, solve, say, solve],
  [210, say, take, ask, say, solve, close],
  [160, say, take, ask, say, note, reply, say, solve, close],
  [110, say, raise, take, reply, say, shared, ask, say, solve, close],
  [50, say, urge, take, reply, say, reply, say, note, reply, say, solve, close],
  [60, say, take, ask, say, park, say, reply, say, solve, close],
  [20, say, reply, transfer, note, take, ask, say, solve, close],
  [90, say, solve, close],
];

/** Plays every shape. */
export function shapes(): Shape[] {
  return SCRIPTS.map(([share, ...deeds], index) => {
    const events = play(deeds, CAST, pauses(randomOf(`shape ${index}`), false));
    const agentSeq = events.findLast((event) => event.actor !== ROLES.requester)?.seq ?? 0;
    return { events, sum: addUp(events, CAST), agentSeq, share };
  });
}

const WORDS = {
  customer: "there",
  agent: "Your support",
  product: "the product",
  version: "the newest version",
  installed: "the version before",
};

/** Every text of the demo's dialogues without its names, by who wrote it, and their subjects. */
export function texts(): Record<Pool | "subject", string[]> {
  const dialogues = readDialogues();
  const deeds = dialogues.flatMap(({ steps }) => steps);
  const pool = (kind: Pool) =>
    deeds.flatMap((deed) => (deed.kind === kind && deed.text.length < 600 ? [fillIn(deed.text, WORDS)] : []));
  const subject = dialogues.map((dialogue) => fillIn(dialogue.subject, WORDS));
  return { say: pool("say"), reply: pool("reply"), note: pool("note"), subject };
}
