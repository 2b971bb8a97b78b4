import type { Pool } from "pg";
import type { EventKind, StoredEvent } from "../conversations/events.ts";
import type { Conversation, Standing } from "../conversations/rules.ts";
import type { Actor } from "./actor.ts";

/** What a transaction asks for. */
export interface LoadRequest {
  /** Empty when a conversation is about to be opened. */
  conversationId: string | null;
  /** Looks up what this client id did before, if anything. */
  clientId: string | null;
}

/** What a transaction decides on, read in one statement: the conversation, how the actor stands, and what the client id did. */
export interface LoadedConversation {
  conversation: Conversation | null;
  standing: Standing;
  /** The event this actor made with this client id before. */
  earlier: StoredEvent | null;
}

interface Row extends Omit<Conversation, "id"> {
  id: string | null;
  role: Standing["role"];
  memberOf: string[];
  platformDeskId: string;
  earlierConversationId: string | null;
  earlierSeq: number;
  earlierKind: EventKind;
  earlierVisibility: StoredEvent["visibility"];
  earlierDeskId: string | null;
  earlierBody: string | null;
  earlierData: object | null;
  earlierAt: string;
}

/**
 * One statement for any number of requests, because round trips are what a message waits for. One column of JSON, because
 * it is read in a quarter of the time that two dozen columns take.
 */
const LOAD = `
  SELECT row_to_json(r) AS row FROM (
  SELECT c.id, c.number, c.subject, c.requester_id AS "requesterId", c.product_id AS "productId", c.status, c.priority,
    c.desk_id AS "deskId", c.assignee_id AS "assigneeId", c.tier, c.seq, c.public_seq AS "publicSeq",
    c.requester_seq AS "requesterSeq", c.requester_read_seq AS "requesterReadSeq", c.agent_read_seq AS "agentReadSeq",
    ARRAY(SELECT cd.desk_id FROM conversation_desk cd WHERE cd.conversation_id = c.id)::text[] AS "deskIds",
    p.role, ARRAY(SELECT m.desk_id FROM desk_member m WHERE m.person_id = q.actor ORDER BY m.desk_id)::text[] AS "memberOf",
    (SELECT d.id FROM desk d WHERE d.kind = 'platform') AS "platformDeskId",
    e.conversation_id AS "earlierConversationId", e.seq AS "earlierSeq", e.kind AS "earlierKind",
    e.visibility AS "earlierVisibility", e.desk_id AS "earlierDeskId", e.body AS "earlierBody", e.data AS "earlierData",
    e.at AS "earlierAt"
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS q (conversation, actor, client, i)
  JOIN person p ON p.id = q.actor
  LEFT JOIN conversation c ON c.id = q.conversation
  LEFT JOIN event e ON e.actor_id = q.actor AND e.client_id = q.client AND e.client_id IS NOT NULL
  ORDER BY q.i) r`;

/**
 * Loads for several transactions at once.
 *
 * @returns one entry a request, in their order.
 */
export async function loadAll(pool: Pool, requests: readonly Request[]): Promise<LoadedConversation[]> {
  const { rows } = await pool.query<{ row: Row }>({
    name: "load-conversations",
    text: LOAD,
    values: [
      requests.map((request) => request.conversationId),
      requests.map((request) => request.actor.personId),
      requests.map((request) => request.clientId),
    ],
  });
  if (rows.length !== requests.length) throw new Error("an actor is no longer a person");
  return rows.map(({ row }, i) => loaded(row, requests[i] as Request));
}

type Request = LoadRequest & { actor: Actor };

function loaded(row: Row, request: Request): LoadedConversation {
  const { actor } = request;
  const { role, memberOf, platformDeskId } = row;
  return {
    conversation: row.id === null ? null : conversationOf(row, row.id),
    standing: { personId: actor.personId, app: actor.app, role, deskIds: memberOf, platformDeskId },
    earlier: row.earlierConversationId === null ? null : earlierOf(row, row.earlierConversationId, request),
  };
}

function conversationOf(row: Row, id: string): Conversation {
  const { number, subject, requesterId, productId, status, priority, deskId, assigneeId, tier, deskIds } = row;
  const { seq, publicSeq, requesterSeq, requesterReadSeq, agentReadSeq } = row;
  return {
    ...{ id, number, subject, requesterId, productId, status, priority, deskId, assigneeId, tier, deskIds },
    ...{ seq, publicSeq, requesterSeq, requesterReadSeq, agentReadSeq },
  };
}

function earlierOf(row: Row, conversationId: string, { actor, clientId }: Request): StoredEvent {
  return {
    conversationId,
    seq: row.earlierSeq,
    kind: row.earlierKind,
    visibility: row.earlierVisibility,
    actorId: actor.personId,
    actorName: actor.name,
    deskId: row.earlierDeskId,
    clientId,
    at: new Date(row.earlierAt).toISOString(),
    data: { ...row.earlierData, ...(row.earlierBody === null ? {} : { body: row.earlierBody }) },
  } as StoredEvent;
}
