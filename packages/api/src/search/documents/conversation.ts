import type { ClientBase } from "pg";
import type { Visibility } from "../../conversations/events.ts";
import type { Status } from "../../conversations/schema.ts";
import type { SearchDocument } from "../engine.ts";
import { type Part, readersOfConversation } from "../readers.ts";
import { plainText } from "./plain.ts";

interface Text {
  visibility: Visibility;
  deskId: string | null;
  body: string;
}

interface Row {
  id: string;
  subject: string;
  status: Status;
  deskId: string;
  productId: string | null;
  requesterId: string;
  deskIds: string[];
  lastEventAt: Date;
  lastPublicAt: Date;
  /** Newest first, the opening always among them. */
  texts: Text[];
}

/** Newest texts of a conversation that are read, and how much (UTF-16 code units) of them a document holds. */
const MOST_TEXTS = 200;
const MOST_TEXT = 30_000;

const CONVERSATIONS = `
  SELECT c.id, c.subject, c.status, c.desk_id AS "deskId", c.product_id AS "productId", c.requester_id AS "requesterId",
    ARRAY(SELECT cd.desk_id FROM conversation_desk cd WHERE cd.conversation_id = c.id)::text[] AS "deskIds",
    c.last_event_at AS "lastEventAt", c.last_public_at AS "lastPublicAt",
    (SELECT coalesce(json_agg(json_build_object('visibility', e.visibility, 'deskId', e.desk_id, 'body', e.body)
       ORDER BY e.seq DESC), '[]')
     FROM (
       SELECT * FROM event WHERE conversation_id = c.id AND body IS NOT NULL AND seq = 1
       UNION ALL
       (SELECT * FROM event WHERE conversation_id = c.id AND body IS NOT NULL AND seq > 1
        ORDER BY seq DESC LIMIT ${MOST_TEXTS})) e) AS texts
  FROM unnest($1::uuid[]) AS q (id) JOIN conversation c ON c.id = q.id`;

const OPEN = new Set<Status>(["new", "open", "pending", "on_hold"]);

/**
 * The documents of conversations: one for what the requester may read, one for the notes of all agents, and one for each
 * desk's own. None holds a word that one of its readers may not see.
 */
export async function conversationDocuments(client: ClientBase, ids: readonly string[]): Promise<SearchDocument[]> {
  const values = [ids];
  const { rows } = await client.query<Row>({ name: "conversations-to-index", text: CONVERSATIONS, values });
  return rows.flatMap(documentsOf);
}

/** Every document that conversations which are gone may have had. One that is there keeps all it has: nothing is unsaid. */
export async function goneConversationDocumentIds(client: ClientBase, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; deskId: string }>({
    name: "conversations-gone",
    text: `SELECT q.id, d.id AS "deskId" FROM unnest($1::uuid[]) AS q (id), desk d
           WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = q.id)`,
    values: [ids],
  });
  const gone = [...new Set(rows.map(({ id }) => id))];
  return [
    ...gone.flatMap((id) => [`conversation:${id}:public`, `conversation:${id}:agents`]),
    ...rows.map(({ id, deskId }) => `conversation:${id}:desk:${deskId}`),
  ];
}

function documentsOf(row: Row): SearchDocument[] {
  const parts: Part[] = ["public", "agents", ...row.deskIds.map((deskId) => ({ deskId }))];
  return parts.flatMap((part) => {
    const texts = row.texts.filter((text) => belongsTo(text, part));
    return part === "public" || texts.length > 0 ? documentOf(row, part, texts) : [];
  });
}

function belongsTo({ visibility, deskId }: Text, part: Part): boolean {
  return typeof part === "object" ? visibility === "desk" && deskId === part.deskId : visibility === part;
}

function documentOf(row: Row, part: Part, texts: Text[]): SearchDocument {
  const { id, subject, status, deskId, productId } = row;
  // When a note was written is not a requester's to know.
  const at = part === "public" ? row.lastPublicAt : row.lastEventAt;
  const body = texts.map((text) => plainText(text.body)).join("\n");
  return {
    ...{ id: `conversation:${id}:${nameOf(part)}`, kind: "conversation", group: `conversation:${id}` },
    ...{ title: subject, headings: [], body: body.slice(0, MOST_TEXT), readers: readersOfConversation(row, part) },
    ...{ deskId, productId, open: OPEN.has(status), updatedAt: at.toISOString() },
  };
}

function nameOf(part: Part): string {
  return typeof part === "object" ? `desk:${part.deskId}` : part;
}
