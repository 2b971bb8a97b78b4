import type { Conversation, Standing } from "../conversations/rules.ts";
import type { Actor } from "./actor.ts";
import type { LoadedConversation } from "./load.ts";

/** How many conversations, and how many people's standings, a process remembers. */
const MOST = 20_000;

/**
 * What this process last saw of conversations and of how people stand. A work may decide on it, because the write repeats
 * every condition of the decision (core/write.ts): what is out of date is not written, and decided anew on what is loaded.
 * So it can be wrong without harm, and saves a message the wait for a read.
 */
export class Known {
  readonly #conversations = new Map<string, Conversation>();
  readonly #standings = new Map<string, Standing>();

  /** @returns null unless both are remembered. */
  recall(actor: Actor, conversationId: string | null): LoadedConversation | null {
    const conversation = conversationId === null ? undefined : this.#conversations.get(conversationId);
    const standing = this.#standings.get(keyOf(actor));
    return conversation && standing ? { conversation, standing, earlier: null } : null;
  }

  remember(conversation: Conversation, standing?: Standing): void {
    put(this.#conversations, conversation.id, conversation);
    if (standing) put(this.#standings, keyOf(standing), standing);
  }

  forget(conversationId: string, personIds: Iterable<string> = []): void {
    this.#conversations.delete(conversationId);
    for (const personId of personIds) {
      this.#standings.delete(keyOf({ personId, app: "customer" }));
      this.#standings.delete(keyOf({ personId, app: "console" }));
    }
  }
}

function keyOf({ personId, app }: Pick<Actor, "personId" | "app">): string {
  return app + personId;
}

/** A Map keeps the order of insertion: the first is the one that was put longest ago. */
function put<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MOST) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
