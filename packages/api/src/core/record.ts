import type { EventData, EventKind, ReadBefore, StoredEvent, Visibility } from "../conversations/events.ts";
import { type Conversation, fold } from "../conversations/rules.ts";
import type { Category } from "../conversations/schema.ts";
import { changed } from "../search/changed.ts";
import type { Job, JobName } from "./jobs.ts";
import type { Changes, Tx } from "./transact.ts";

/** An event as a use case states it; `record` adds the number, the actor and the time. */
interface NewEvent<Kind extends EventKind> {
  kind: Kind;
  visibility: Visibility;
  data: EventData[Kind];
  /** The desk it is written for; null for the requester. */
  deskId: string | null;
  clientId?: string;
}

/** A conversation as a use case opens it. */
interface Opening {
  id: string;
  number: number;
  deskId: string;
  productId: string | null;
  category: Category;
  subject: string;
  body: string;
  clientId: string;
  followsId: string | null;
  /** What the requester had read before. */
  article: ReadBefore | null;
}

/**
 * Adds an event to the conversation that the transaction loaded, and folds it into the conversation's columns.
 *
 * @returns the event as it will be stored.
 */
export function record<Kind extends EventKind>(tx: Tx, event: NewEvent<Kind>): StoredEvent {
  return append(tx, changesOf(tx), event);
}

/** Creates a conversation with its first event. */
export function recordOpening(tx: Tx, opening: Opening): StoredEvent {
  const { id, number, deskId, productId, category, subject, body, clientId, followsId, article } = opening;
  const conversation: Conversation = {
    ...{ id, number, subject, deskId, productId, requesterId: tx.actor.personId, deskIds: [deskId] },
    ...{ status: "new", priority: "normal", assigneeId: null, tier: 1 },
    ...{ seq: 0, publicSeq: 0, requesterSeq: 0, requesterReadSeq: 0, agentReadSeq: 0 },
  };
  const created = { category, channel: "portal", followsId } as const;
  tx.opened = {
    conversation,
    expected: 0,
    created,
    events: [],
    standings: [],
    reads: [],
    jobs: [],
    audience: new Set(),
  };
  const data = article ? { body, article } : { body };
  return append(tx, tx.opened, { kind: "opened", visibility: "public", data, deskId: null, clientId });
}

/** Moves the actor's reading mark up to an event; never back. */
export function markSeen(tx: Tx, seq: number): void {
  see(tx, changesOf(tx), seq);
}

/** Commits a job together with what the transaction recorded. */
export function enqueue<Name extends JobName>(tx: Tx, job: Job<Name>): void {
  (tx.opened ?? changesOf(tx)).jobs.push(job);
}

function append<Kind extends EventKind>(tx: Tx, changes: Changes, event: NewEvent<Kind>): StoredEvent {
  const { conversation } = changes;
  const stored = {
    ...event,
    clientId: event.clientId ?? null,
    conversationId: conversation.id,
    seq: conversation.seq + 1,
    actorId: tx.actor.personId,
    actorName: tx.actor.name,
    at: tx.now.toISOString(),
  } as StoredEvent;
  changes.conversation = fold(conversation, stored);
  addAudience(changes, conversation, stored.visibility);
  addAudience(changes, changes.conversation, stored.visibility);
  // Once for all that one batch writes into a conversation; search reads it anew as it then is.
  if (changes.events.length === 0) changes.jobs.push(changed("conversation", conversation.id));
  changes.events.push(stored);
  // Who writes has read what stands above.
  see(tx, changes, stored.seq);
  return stored;
}

function see({ actor }: Tx, { reads, audience }: Changes, seq: number): void {
  audience.add(`person:${actor.personId}`);
  const own = reads.find((read) => read.personId === actor.personId);
  if (own) own.seq = Math.max(own.seq, seq);
  else reads.push({ personId: actor.personId, seq });
}

function changesOf(tx: Tx): Changes {
  if (!tx.changes) throw new Error("a transaction loads its conversation before it records");
  return tx.changes;
}

/** A requester is not even woken by what is among agents: when they write to each other is theirs. */
function addAudience({ audience }: Changes, conversation: Conversation, visibility: Visibility): void {
  for (const deskId of conversation.deskIds) audience.add(`desk:${deskId}`);
  if (visibility === "public") audience.add(`person:${conversation.requesterId}`);
  if (conversation.assigneeId) audience.add(`person:${conversation.assigneeId}`);
}
