import { DomainError } from "../core/errors.ts";
import { loadAll } from "../core/load.ts";
import type { Context, Tx } from "../core/transact.ts";
import type { StoredEvent, Viewer } from "./events.ts";
import { type Action, type Conversation, may, type Standing, viewerOf } from "./rules.ts";

/** A conversation as someone may see it. Only this file makes one: access is loading. */
export interface Access {
  conversation: Conversation;
  viewer: Viewer;
  standing: Standing;
  /** What the same client id did before, in this conversation or another. */
  earlier: StoredEvent | null;
}

interface Wanted {
  id: string;
  action: Action;
  clientId?: string;
}

/**
 * Loads a conversation for a use case, guarded until the commit.
 *
 * @throws NOT_FOUND when the actor may not see it, FORBIDDEN when they see it and may not do this to it.
 */
export async function accessConversation(tx: Tx, wanted: Wanted): Promise<Access> {
  const loaded = await tx.load({ conversationId: wanted.id, clientId: wanted.clientId ?? null });
  return authorise(loaded, wanted.action);
}

/** The same for reading, outside of a transaction. */
export async function viewConversation({ system, actor }: Context, id: string): Promise<Access> {
  const [loaded] = await loadAll(system.db.pool, [{ conversationId: id, clientId: null, actor }]);
  if (!loaded) throw new DomainError("NOT_FOUND");
  return authorise(loaded, "view");
}

type Loaded = Omit<Access, "viewer" | "conversation"> & { conversation: Conversation | null };

function authorise({ conversation, standing, earlier }: Loaded, action: Action): Access {
  const viewer = conversation && viewerOf(standing, conversation);
  if (!conversation || !viewer) throw new DomainError("NOT_FOUND");
  if (!may(viewer, conversation, action)) throw new DomainError("FORBIDDEN", { action });
  return { conversation, viewer, standing, earlier };
}

/**
 * The same rule as a condition on `conversation c`, for lists, searches and counts. A property test holds the two equal.
 *
 * @param actor placeholders of the actor's person id and app, such as `$1` and `$2`.
 */
export const visibleTo = (actor: { person: string; app: string }): string => `(
  CASE WHEN ${actor.app} = 'customer' THEN c.requester_id = ${actor.person}
  ELSE EXISTS (SELECT FROM person p WHERE p.id = ${actor.person} AND p.role = 'admin')
    OR EXISTS (
      SELECT FROM conversation_desk cd JOIN desk_member m ON m.desk_id = cd.desk_id
      WHERE cd.conversation_id = c.id AND m.person_id = ${actor.person})
  END)`;
