import { viewConversation } from "../conversations/access.ts";
import { eventsAfter } from "../conversations/event-rows.ts";
import {
  agentMark,
  type LiveItem,
  type Passing,
  project,
  type StoredEvent,
  type Viewer,
} from "../conversations/events.ts";
import { type Conversation, lastPublicSeq } from "../conversations/rules.ts";
import type { Context } from "../core/transact.ts";
import { recordLook } from "../desks/record-look.ts";
import type { ReadMarks, Wake } from "./bus.ts";
import { Inbox } from "./inbox.ts";

/** How many events one read takes while a stream catches up. */
const CATCH_UP = 200;

/** An item with the number up to which its receiver then has everything: what it resumes from. */
export interface Sent {
  seq: number;
  item: LiveItem;
}

interface Wanted {
  id: string;
  /** The last event the receiver has; 0 for none. */
  after: number;
  /** Ends the stream. */
  signal: AbortSignal | undefined;
}

/** "look" asks the stream to compare itself with the database; "authorise" also to load the viewer's access anew. */
type Signal = Wake | "look" | "authorise";

/**
 * One conversation as it happens, from the event after `after` on: every event the viewer may see, once and in order, with
 * reading marks and what passes. Ends with NOT_FOUND when the viewer may no longer see it.
 *
 * The bus only wakes it. An event that is exactly the next is used as it came; any other wake-up makes it read.
 */
export async function* liveConversation(context: Context, wanted: Wanted): AsyncGenerator<Sent> {
  const { system, actor } = context;
  const { id, after, signal } = wanted;
  const inbox = new Inbox<Signal>(signal);
  const stream = new Position(context, id, after);
  // Attached before the first read: what commits in between is in the inbox.
  const leave = [
    system.bus.subscribe(`conversation:${id}`, (wake) => inbox.push(wake)),
    system.bus.subscribe(`access:${actor.personId}`, () => inbox.push("authorise")),
    system.bus.onGap(() => inbox.push("authorise")),
    system.sweeper.watch({
      conversationId: id,
      get seq() {
        return stream.seq;
      },
      viewer: actor,
      shut: () => inbox.push("authorise"),
      behind: () => inbox.push("look"),
    }),
  ];
  try {
    yield* stream.authorise();
    announce(context, stream.viewer, { conversationId: id, here: true, asks: true });
    yield* stream.read();
    for (;;) {
      const taken = await inbox.take();
      if (!taken) return;
      // Among what was dropped may have been that the viewer's access changed.
      if (taken.overflowed) yield* stream.follow("authorise");
      for (const signal of taken.items) yield* stream.follow(signal);
    }
  } finally {
    for (const end of leave) end();
    announce(context, stream.viewer, { conversationId: id, here: false, asks: false });
  }
}

/** Where a stream stands: the viewer as last authorised, and the last event sent. */
class Position {
  seq: number;
  viewer: Viewer | null = null;
  readonly #context: Context;
  readonly #id: string;
  /** The newest event known that everybody sees. */
  #publicSeq = 0;
  #marks: ReadMarks = { requesterReadSeq: 0, agentReadSeq: 0 };

  constructor(context: Context, id: string, after: number) {
    this.#context = context;
    this.#id = id;
    this.seq = after;
  }

  /** Loads what the viewer may see, and tells the reading marks. */
  async *authorise(): AsyncGenerator<Sent> {
    const access = await viewConversation(this.#context, this.#id);
    // Whoever follows looks, also when they fetched nothing before.
    await recordLook(this.#context, access);
    this.viewer = access.viewer;
    this.#publicSeq = Math.max(this.#publicSeq, lastPublicSeq(access.conversation));
    yield* this.#read(access.conversation);
  }

  async *follow(signal: Signal): AsyncGenerator<Sent> {
    if (signal === "look") return yield* this.read();
    if (signal === "authorise" || signal.kind === "access") {
      yield* this.authorise();
      return yield* this.read();
    }
    if (signal.kind === "passing") return yield* this.#pass(signal.item, signal.sessionId);
    if (signal.kind !== "events") return;
    for (const event of signal.events) {
      if (event.seq === this.seq + 1) yield* this.#send(event);
    }
    if (signal.seq > this.seq) yield* this.read();
    yield* this.#read(signal.read);
  }

  /** Sends what the database has after the last event sent. */
  async *read(): AsyncGenerator<Sent> {
    for (;;) {
      const events = await eventsAfter(this.#context.system.db.pool, this.#id, { after: this.seq, limit: CATCH_UP });
      for (const event of events) yield* this.#send(event);
      if (events.length < CATCH_UP) return;
    }
  }

  async *#send(event: StoredEvent): AsyncGenerator<Sent> {
    this.seq = event.seq;
    if (event.visibility === "public") this.#publicSeq = Math.max(this.#publicSeq, event.seq);
    const seen = this.viewer && project(event, this.viewer);
    if (seen) {
      // Who writes has read what stands above; applyEvent knows that, so no mark is sent. Whom the event does not reach, one is.
      const mark = event.deskId === null ? "requesterReadSeq" : "agentReadSeq";
      this.#marks = { ...this.#marks, [mark]: Math.max(this.#marks[mark], event.seq) };
      yield { seq: event.seq, item: { type: "event", event: seen } };
    }
    // Another desk may have come in or gone: what follows is for whoever still may see it.
    if (event.kind === "assigned") yield* this.authorise();
  }

  async *#read(marks: ReadMarks | Conversation): AsyncGenerator<Sent> {
    const known = this.#marks;
    // Another process may know the one mark newer and the other older: neither moves back.
    const requesterReadSeq = Math.max(marks.requesterReadSeq, known.requesterReadSeq);
    const told = this.viewer ? agentMark(marks.agentReadSeq, this.viewer, this.#publicSeq) : 0;
    const agentReadSeq = Math.max(told, known.agentReadSeq);
    if (requesterReadSeq === known.requesterReadSeq && agentReadSeq === known.agentReadSeq) return;
    this.#marks = { requesterReadSeq, agentReadSeq };
    yield { seq: this.seq, item: { type: "read", requesterReadSeq, agentReadSeq } };
  }

  /** A requester sees agents type a reply; who looks on and who writes a note is the agents' business. */
  async *#pass(item: Passing, sessionId: string): AsyncGenerator<Sent> {
    if (sessionId === this.#context.actor.sessionId) return;
    if (item.type === "viewing" && item.asks) {
      announce(this.#context, this.viewer, { conversationId: this.#id, here: true, asks: false });
    }
    const forAll = item.type === "typing" && item.mode === "reply";
    if (forAll || this.viewer?.side === "agents") yield { seq: this.seq, item };
  }
}

interface Attendance {
  conversationId: string;
  here: boolean;
  /** Whether those who are here shall say so, for someone who has just come. */
  asks: boolean;
}

function announce({ system, actor }: Context, viewer: Viewer | null, { conversationId, here, asks }: Attendance): void {
  if (!viewer) return;
  const person = { id: actor.personId, name: actor.name, side: viewer.side };
  const item = { type: "viewing", person, here, asks } as const;
  system.bus.publish({ topics: [`conversation:${conversationId}`], kind: "passing", item, sessionId: actor.sessionId });
}
