import { DomainError } from "../core/errors.ts";
import { enqueue, record } from "../core/record.ts";
import type { Tx } from "../core/transact.ts";
import type { Access } from "./access.ts";
import { project, type StoredEvent, type ViewEvent } from "./events.ts";
import type { Status } from "./schema.ts";

/**
 * What this client id did before, if it is the same request again.
 *
 * @returns null for a new request.
 * @throws CLIENT_ID_REUSED when the id stands for something else.
 */
export function sameRequest(
  access: Access,
  { kind, visibility, body }: Pick<StoredEvent, "kind" | "visibility"> & { body: string },
): ViewEvent | null {
  const { earlier, conversation, viewer } = access;
  if (!earlier) return null;
  const same =
    earlier.conversationId === conversation.id &&
    earlier.kind === kind &&
    earlier.visibility === visibility &&
    "body" in earlier.data &&
    earlier.data.body === body;
  if (!same) throw new DomainError("CLIENT_ID_REUSED");
  return seenBy(viewer, earlier);
}

/** The event as its own author gets it. */
export function seenBy(viewer: Access["viewer"], event: StoredEvent): ViewEvent {
  const seen = project(event, viewer);
  if (!seen) throw new Error("an author sees their own event");
  return seen;
}

/** @throws CONVERSATION_CLOSED */
export function assertNotClosed({ conversation }: Access): void {
  if (conversation.status === "closed") throw new DomainError("CONVERSATION_CLOSED");
}

/** Records a change of status where there is one. */
export function recordStatus(tx: Tx, change: { from: Status; to: Status; deskId: string | null }): void {
  const { from, to, deskId } = change;
  if (from !== to) record(tx, { kind: "status_changed", visibility: "public", data: { from, to }, deskId });
}

/** Has the side that did not write told by mail of what it has not read after this many seconds. */
const MAIL_AFTER = 120;

/** One mail for all that is written until then, and none if it is read meanwhile. */
export function notifyOtherSide(tx: Tx, { conversation, viewer }: Access): void {
  const side = viewer.side === "requester" ? "agents" : "requester";
  const payload = { conversationId: conversation.id, side } as const;
  enqueue(tx, { name: "notifications.mail-unread", payload, delay: MAIL_AFTER, key: `${conversation.id}:${side}` });
}
