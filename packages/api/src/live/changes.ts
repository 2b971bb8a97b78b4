import { countUnread } from "../conversations/count-unread.ts";
import type { Context } from "../core/transact.ts";
import { desksInSight } from "../desks/desks-in-sight.ts";
import type { Wake } from "./bus.ts";
import { Inbox } from "./inbox.ts";

/** What a person's lists and badges follow. */
export interface Change {
  /** Conversations that changed; empty when something may have been missed and every list should be read again. */
  conversationIds: string[];
  /** How many conversations hold something new for the person. */
  unread: number;
}

/**
 * The thin stream behind every list and badge of a person: which conversations of theirs, or of their desks, changed.
 *
 * @param deskId for an admin who looks at a desk that is not theirs.
 */
export async function* liveChanges(
  context: Context,
  { deskId, signal }: { deskId?: string | undefined; signal: AbortSignal | undefined },
): AsyncGenerator<Change> {
  const { system, actor } = context;
  const own = `person:${actor.personId}`;
  const inbox = new Inbox<Wake | "gap">(signal);
  let desks: (() => void)[] = [];
  const followDesks = async () => {
    if (actor.app === "customer" && deskId === undefined) return;
    const ids = await desksInSight(context, deskId);
    for (const leave of desks) leave();
    desks = ids.map((id) => system.bus.subscribe(`desk:${id}`, (wake) => inbox.push(wake)));
  };
  const leave = [
    system.bus.subscribe(own, (wake) => inbox.push(wake)),
    system.bus.subscribe(`access:${actor.personId}`, () => inbox.push("gap")),
    system.bus.onGap(() => inbox.push("gap")),
  ];
  try {
    await followDesks();
    let unread = await countUnread(context);
    yield { conversationIds: [], unread };
    for (;;) {
      const taken = await inbox.take();
      if (!taken) return;
      const { items } = taken;
      const missed = taken.overflowed || items.includes("gap");
      if (missed) await followDesks();
      if (missed || items.some((wake) => wake !== "gap" && wake.topics.includes(own)))
        unread = await countUnread(context);
      yield { conversationIds: missed ? [] : changedIn(items), unread };
    }
  } finally {
    for (const end of [...leave, ...desks]) end();
  }
}

function changedIn(items: readonly (Wake | "gap")[]): string[] {
  return [...new Set(items.flatMap((wake) => (wake !== "gap" && wake.kind === "changed" ? wake.conversationId : [])))];
}
