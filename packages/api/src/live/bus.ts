import type { Passing, StoredEvent } from "../conversations/events.ts";

/** A wake-up: what happened, and the topics whose followers should look. A hint, never the truth. */
export type Wake = { topics: readonly string[] } & WakeKind;

type WakeKind =
  /** New events of a conversation; where they are too big to travel, none, and the followers read them. */
  | { kind: "events"; seq: number; events: readonly StoredEvent[]; read: ReadMarks }
  /** A conversation in a list changed. */
  | { kind: "changed"; conversationId: string; seq: number }
  /** Something that passes and is not kept. */
  | { kind: "passing"; item: Passing; sessionId: string }
  /** What a person may see changed, or their session ended: look again before the next event. */
  | { kind: "access" };

/** Up to where each side of a conversation has read. */
export interface ReadMarks {
  requesterReadSeq: number;
  agentReadSeq: number;
}

export type Listener = (wake: Wake) => void;

/** Carries wake-ups to every process. An implementation may lose them: whoever follows also sweeps. */
export interface Bus {
  /** Delivers to this process at once and to the others soon. Never waits, never throws. */
  publish(wake: Wake): void;
  /** @returns a function that ends it. */
  subscribe(topic: string, listener: Listener): () => void;
  /** Calls back with every wake-up that came from another process. @returns a function that ends it. */
  onForeign(listener: Listener): () => void;
  /** Calls back whenever wake-ups may have been lost, so that followers look for themselves. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}
