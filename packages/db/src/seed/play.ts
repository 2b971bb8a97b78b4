import type { Deed, Priority, Status, Step } from "./dialogue.ts";
import { known } from "./identity.ts";

/** A desk in a conversation: its id and its agents' ids, first the one who usually answers. */
export interface Answering {
  desk: string;
  agents: readonly string[];
}

/** Who acts. The ids are opaque here. */
export interface Cast {
  requester: string;
  /** The desk that was written to. */
  first: Answering;
  /** The desk that a transfer goes to. */
  platform: Answering;
  /** Names of agents and desks by id: an assignment keeps those of its moment. */
  names: Readonly<Record<string, string>>;
}

/** What a kind of event carries, as conversations/events.ts of the API says. */
export type EventData = Record<string, string | number | null>;

/** One event of a played dialogue. */
export interface PlayedEvent {
  seq: number;
  kind: "opened" | "message" | "note" | "status_changed" | "priority_changed" | "assigned" | "follow_up_opened";
  visibility: "public" | "agents" | "desk";
  actor: string;
  desk: string | null;
  body: string | null;
  data: EventData | null;
  /** Milliseconds after the opening. */
  offset: number;
}

/** What the events of a conversation add up to. */
export interface Sum {
  status: Status;
  priority: Priority;
  assignee: string | null;
  desk: string;
  desks: string[];
  seq: number;
  publicSeq: number;
  requesterSeq: number;
  /** Milliseconds after the opening of the newest event, and of the newest public one. */
  lastEvent: number;
  lastPublic: number;
}

interface Stage {
  cast: Cast;
  answering: Answering;
  status: Status;
  priority: Priority;
  assignee: string | null;
  offset: number;
  events: PlayedEvent[];
}

/**
 * Plays a dialogue by the rules of conversations: what people do becomes numbered events.
 *
 * @param pause milliseconds before a step.
 * @throws Error when the script breaks a rule, such as a reply to what is closed.
 */
export function play(steps: readonly Step[], cast: Cast, pause: (step: Step) => number): PlayedEvent[] {
  const stage: Stage = {
    cast,
    answering: cast.first,
    status: "new",
    priority: "normal",
    assignee: null,
    offset: 0,
    events: [],
  };
  for (const step of steps) {
    if (stage.events.length > 0) stage.offset += pause(step);
    if (stage.status === "closed") throw new Error("a closed conversation accepts nothing");
    act(stage, step);
  }
  return stage.events;
}

function act(stage: Stage, deed: Deed): void {
  const { requester, platform } = stage.cast;
  switch (deed.kind) {
    case "say":
      write(stage, { kind: stage.events.length === 0 ? "opened" : "message", actor: requester, body: deed.text });
      if (!["new", "open"].includes(stage.status)) changeStatus(stage, { to: "open", actor: requester });
      return;
    case "reply": {
      const actor = deed.other ? agentAt(stage, 1) : currentAgent(stage);
      write(stage, { kind: "message", actor, body: deed.text });
      const to = deed.status ?? (stage.status === "new" ? "open" : stage.status);
      if (to !== stage.status) changeStatus(stage, { to, actor });
      return;
    }
    case "note":
      write(stage, { kind: "note", visibility: deed.visibility, actor: currentAgent(stage), body: deed.text });
      return;
    case "status":
      if (deed.to !== stage.status) changeStatus(stage, { to: deed.to, actor: currentAgent(stage) });
      return;
    case "priority": {
      const data = { from: stage.priority, to: deed.to };
      write(stage, { kind: "priority_changed", visibility: "agents", actor: currentAgent(stage), data });
      stage.priority = deed.to;
      return;
    }
    case "assign":
      assign(stage, {
        to: deed.to === "nobody" ? null : agentAt(stage, deed.to === "me" ? 0 : 1),
        answering: stage.answering,
      });
      return;
    case "transfer":
      assign(stage, { to: null, answering: platform });
      return;
  }
}

type Written = Pick<PlayedEvent, "kind" | "actor"> & Partial<PlayedEvent>;

function write(stage: Stage, event: Written): void {
  const desk = event.actor === stage.cast.requester ? null : stage.answering.desk;
  const fixed = { seq: stage.events.length + 1, offset: stage.offset, desk };
  stage.events.push({ visibility: "public", body: null, data: null, ...event, ...fixed });
}

function changeStatus(stage: Stage, { to, actor }: { to: Status; actor: string }): void {
  write(stage, { kind: "status_changed", actor, data: { from: stage.status, to } });
  stage.status = to;
}

function assign(stage: Stage, { to, answering }: { to: string | null; answering: Answering }): void {
  const { names } = stage.cast;
  const [fromDesk, toDesk] = [stage.answering.desk, answering.desk];
  // The requester is told when another desk takes over, not who works on it.
  const visibility = fromDesk === toDesk ? "agents" : "public";
  const toName = to === null ? null : known(names[to], `name of ${to}`);
  const toDeskName = known(names[toDesk], `name of ${toDesk}`);
  const data = { from: stage.assignee, to, toName, fromDesk, toDesk, toDeskName };
  // Whoever takes a conversation says so themselves; who hands it on is the one who had it.
  write(stage, { kind: "assigned", visibility, actor: currentAgent(stage), data });
  stage.answering = answering;
  stage.assignee = to;
}

function currentAgent(stage: Stage): string {
  return stage.assignee ?? agentAt(stage, 0);
}

function agentAt(stage: Stage, place: number): string {
  return known(stage.answering.agents[place], `agent ${place + 1} at desk ${stage.answering.desk}`);
}

/** Sums up a conversation from its events: the one place that says what its columns are. */
export function addUp(events: readonly PlayedEvent[], cast: Cast): Sum {
  const newest = (test: (event: PlayedEvent) => boolean) => events.findLast(test);
  const changed = (kind: PlayedEvent["kind"]) => newest((event) => event.kind === kind)?.data;
  const own = (event: PlayedEvent) => event.actor === cast.requester;
  const shown = (event: PlayedEvent) => event.visibility === "public";
  const desks = events.flatMap((event) => (event.kind === "assigned" ? [String(event.data?.toDesk)] : []));
  const last = known(events.at(-1), "event");
  const assignee = changed("assigned")?.to;
  return {
    status: (changed("status_changed")?.to ?? "new") as Status,
    priority: (changed("priority_changed")?.to ?? "normal") as Priority,
    assignee: typeof assignee === "string" ? assignee : null,
    desk: desks.at(-1) ?? cast.first.desk,
    desks: [...new Set([cast.first.desk, ...desks])],
    seq: last.seq,
    publicSeq: newest((event) => shown(event) && !own(event))?.seq ?? 0,
    requesterSeq: newest(own)?.seq ?? 0,
    lastEvent: last.offset,
    lastPublic: newest(shown)?.offset ?? 0,
  };
}
