import type { Bus } from "../live/bus.ts";
import type { Changes } from "./transact.ts";

/**
 * Tells everyone who follows a conversation, a desk or a person what was committed. Called by the batch alone, after its
 * write, so that no use case can forget it and a rollback publishes nothing.
 */
export function publish(bus: Bus, all: readonly Changes[]): void {
  for (const { conversation, events, audience } of all) {
    const { id, seq, requesterReadSeq, agentReadSeq } = conversation;
    const read = { requesterReadSeq, agentReadSeq };
    bus.publish({ topics: [`conversation:${id}`], kind: "events", seq, events, read });
    if (audience.size > 0) bus.publish({ topics: [...audience], kind: "changed", conversationId: id, seq });
  }
}
