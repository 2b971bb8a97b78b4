import { type CastDialogue, fillIn } from "./casting.ts";
import type { Dialogue, Status, Step } from "./dialogue.ts";
import { known, type Random, randomOf, seedId } from "./identity.ts";
import { MARA } from "./people.ts";
import { addUp, type PlayedEvent, play, type Sum } from "./play.ts";
import { beginning, pauses, WINDOW } from "./schedule.ts";

/** How far a person has read. */
export interface Reading {
  person: string;
  seq: number;
  isRequester: boolean;
}

/** A conversation of the demo with everything but its number and its date. */
export interface DemoConversation {
  id: string;
  part: CastDialogue;
  /** Milliseconds after the beginning of the window. */
  begin: number;
  events: PlayedEvent[];
  sum: Sum;
  readings: Reading[];
}

/** Plays every dialogue and puts it into the window, the oldest first. */
export function playDialogues(parts: readonly CastDialogue[]): DemoConversation[] {
  return parts.map(playOne).sort((one, two) => one.begin - two.begin);
}

function playOne(part: CastDialogue): DemoConversation {
  const { dialogue, cast, subject, words } = part;
  const random = randomOf(`conversation ${subject}`);
  const events = play(takeUp(dialogue, random), cast, pauses(random, dialogue.channel === "chat")).map((event) => ({
    ...event,
    body: event.body === null ? null : fillIn(event.body, words),
  }));
  const sum = addUp(events, cast);
  const begin = beginning(random, { status: sum.status, duration: sum.lastEvent, ends: dialogue.ends });
  if (begin + sum.lastEvent > WINDOW) throw new Error(`"${subject}" takes longer than the demo's window`);
  const id = seedId(`conversation ${subject}`, begin);
  return { id, part, begin, events, sum, readings: decideReadings({ part, events, sum }, random) };
}

/** Who answers often takes the conversation first, though the script does not say so. */
function takeUp({ steps, channel }: Dialogue, random: Random): readonly Step[] {
  const reply = steps.findIndex((step) => step.kind === "reply");
  const isTaken = steps.some((step) => step.kind === "assign" || step.kind === "transfer");
  const takes = random() < 0.4;
  if (reply < 0 || isTaken || !takes || channel === "chat" || steps.length > 9) return steps;
  return [...steps.slice(0, reply), { kind: "assign", to: "me" }, ...steps.slice(reply)];
}

/**
 * Writes into each closed conversation that it was followed up.
 *
 * @param numberOf the number of a conversation.
 * @returns the conversations, those that were followed up with one event more.
 */
export function linkFollowUps(
  conversations: readonly DemoConversation[],
  numberOf: (conversation: DemoConversation) => number,
): DemoConversation[] {
  return conversations.map((closed) => {
    const followUp = conversations.find((other) => followedBy(conversations, other) === closed);
    if (!followUp) return closed;
    const offset = followUp.begin - closed.begin;
    if (offset < closed.sum.lastEvent) throw new Error(`"${closed.part.subject}" is followed up before it is closed`);
    const event: PlayedEvent = {
      seq: closed.sum.seq + 1,
      kind: "follow_up_opened",
      visibility: "public",
      actor: closed.part.cast.requester,
      desk: null,
      body: null,
      data: { conversationId: followUp.id, number: numberOf(followUp) },
      offset,
    };
    const events = [...closed.events, event];
    const readings = closed.readings.map((reading) => (reading.isRequester ? { ...reading, seq: event.seq } : reading));
    return { ...closed, events, readings, sum: addUp(events, closed.part.cast) };
  });
}

/** The conversation that this one follows up. */
export function followedBy(
  conversations: readonly DemoConversation[],
  { part }: DemoConversation,
): DemoConversation | undefined {
  const { follows } = part.dialogue;
  if (!follows) return undefined;
  return known(
    conversations.find((other) => other.part.dialogue.id === follows),
    `dialogue "${follows}"`,
  );
}

/** How likely the newest words of the other side have been read, by status. */
const READ_BY_REQUESTER: Record<Status, number> = {
  new: 1,
  open: 0.75,
  pending: 0.55,
  on_hold: 0.8,
  resolved: 0.8,
  closed: 0.95,
};
const READ_BY_AGENT: Record<Status, number> = { new: 0.3, open: 0.6, pending: 1, on_hold: 1, resolved: 0.9, closed: 1 };

type Played = Pick<DemoConversation, "part" | "events" | "sum">;

function decideReadings(played: Played, random: Random): Reading[] {
  return [requesterReading(played, random), ...agentReadings(played, random)];
}

function requesterReading({ part, sum }: Played, random: Random): Reading {
  const isRead = part.requester === MARA || random() < READ_BY_REQUESTER[sum.status];
  const newest = Math.max(sum.publicSeq, sum.requesterSeq);
  // Who writes has read what stands above.
  const seq = isRead && !part.dialogue.marks.has("unread") ? newest : sum.requesterSeq;
  return { person: part.requester.id, seq, isRequester: true };
}

function agentReadings({ part, events, sum }: Played, random: Random): Reading[] {
  const written = events.filter((event) => event.actor !== part.requester.id);
  const seqs = new Map(written.map((event) => [event.actor, event.seq]));
  if (random() < READ_BY_AGENT[sum.status]) {
    const reader = sum.assignee ?? written.at(-1)?.actor ?? known(part.cast.first.agents[0], "agent");
    seqs.set(reader, sum.seq);
  }
  return [...seqs].map(([person, seq]) => ({ person, seq, isRequester: false }));
}
