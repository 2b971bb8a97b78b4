import type { System } from "../core/system.ts";

/** Writes down that an article played a part in a conversation; the same again changes nothing. One of them may be gone. */
export async function recordTicket(
  { db, clock }: System,
  {
    articleId,
    conversationId,
    kind,
  }: { articleId: string; conversationId: string; kind: "ended_in_ticket" | "answered" },
): Promise<void> {
  await db.pool.query(
    `INSERT INTO article_ticket (article_id, conversation_id, kind, at)
     SELECT a.id, c.id, $3::article_ticket_kind, $4 FROM article a, conversation c WHERE a.id = $1 AND c.id = $2
     ON CONFLICT DO NOTHING`,
    [articleId, conversationId, kind, clock()],
  );
}
