import type { Failure } from "../live/failure.ts";

/** A message that its author has sent and the server has not confirmed yet. */
export interface OutboxEntry {
  /** Made when it was written; the server takes the same id once. */
  clientId: string;
  personId: string;
  conversationId: string;
  mode: "reply" | "note";
  body: string;
  /** Status to leave the conversation in, with a reply. */
  status?: "open" | "pending" | "on_hold" | "resolved" | undefined;
  /** Who sees it, of a note. */
  visibility?: "agents" | "desk" | undefined;
  /** ISO 8601. */
  createdAt: string;
  /** `sent`: the server has it, and it has not come back on the live stream yet. */
  state: "queued" | "sending" | "sent" | "failed";
  /** Whether it outlives its tab: unknown while it is being written down, false where the browser keeps nothing. */
  kept?: boolean | undefined;
  /** Whether the server has asked to send less at once, and it is sent a little later. */
  limited?: boolean | undefined;
  /** Of a failed one: why. Only its author sends it again. */
  reason?: Extract<Failure, { kind: "refused" }>["code"] | undefined;
}

/**
 * What its author is told of one that has not been sent. That it waits is said once it is written down, so that whoever reads it
 * may close the tab; where it cannot be, that is said.
 */
export function waitOf(
  { kept, limited }: OutboxEntry,
  connected: boolean,
): "sending" | "limited" | "queued" | "queuedHere" {
  if (connected || kept === undefined) return limited ? "limited" : "sending";
  return kept ? "queued" : "queuedHere";
}

/** A new version 4 UUID; `crypto.randomUUID` is missing on pages that are not served securely. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
