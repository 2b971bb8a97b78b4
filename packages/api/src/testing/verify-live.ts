import { expect } from "vitest";
import { applyEvent, type ConversationState, type LiveItem } from "../conversations/events.ts";
import { type ConversationView, getConversation } from "../conversations/get.ts";
import type { Actor } from "../core/actor.ts";
import { liveConversation } from "../live/conversation.ts";
import type { World } from "./world.ts";

/** What a client keeps of a conversation and events change, without what a screen adds. */
function stateOf(view: ConversationView | ConversationState): ConversationState {
  const { seq, status, priority, assignee, desk, followUp, requesterReadSeq, agentReadSeq, events } = view;
  return { seq, status, priority, assignee, desk, followUp, requesterReadSeq, agentReadSeq, events };
}

/** The state after something that a stream sent, as every client computes it. */
function applyItem(state: ConversationState, item: LiveItem): ConversationState {
  if (item.type === "event") return applyEvent(state, item.event);
  if (item.type !== "read") return state;
  const requesterReadSeq = Math.max(state.requesterReadSeq, item.requesterReadSeq);
  const agentReadSeq = Math.max(state.agentReadSeq, item.agentReadSeq);
  return { ...state, requesterReadSeq, agentReadSeq };
}

/** Someone who looks at a conversation: what they saw before, and what their stream has sent since. */
interface Watcher {
  name: string;
  before: ConversationState;
  items: LiveItem[];
  fresh(): Promise<ConversationState>;
  stop(): Promise<void>;
}

async function watch({ as }: World, actor: Actor, id: string): Promise<Watcher> {
  const stop = new AbortController();
  const before = stateOf(await getConversation(as(actor), { id }));
  const items: LiveItem[] = [];
  const stream = liveConversation(as(actor), { id, after: before.seq, signal: stop.signal });
  const running = (async () => {
    for await (const { item } of stream) items.push(item);
  })();
  // The first thing a stream sends are the reading marks: from then on it follows.
  await expect.poll(() => items.length, { interval: 1 }).toBeGreaterThan(0);
  return {
    ...{ name: actor.name, before, items },
    fresh: async () => stateOf(await getConversation(as(actor), { id })),
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}

/**
 * Whatever a change does, everyone who looks on sees the same as after a reload: old state + events = fresh state. And
 * everything sent a second time changes nothing.
 */
export async function verifyLive(
  world: World,
  { id, viewers }: { id: string; viewers: readonly Actor[] },
  change: () => Promise<unknown>,
): Promise<void> {
  const watchers = await Promise.all(viewers.map((actor) => watch(world, actor, id)));
  try {
    await change();
    for (const { name, before, items, fresh } of watchers) {
      const after = () => items.reduce(applyItem, before);
      const expected = await fresh();
      await expect.poll(after, { interval: 2, timeout: 3_000, message: `what ${name} sees` }).toEqual(expected);
      expect(items.reduce(applyItem, after()), `what ${name} sees when all is sent twice`).toEqual(expected);
    }
  } finally {
    await Promise.all(watchers.map(({ stop }) => stop()));
  }
}
