import { visibleTo } from "../../conversations/access.ts";
import type { ReaderContext } from "../../core/reader.ts";
import { conversationHits } from "../found/conversations.ts";
import type { Hit } from "../schema.ts";

/** The conversation whose number was typed, `#1042` or `1042`, where the reader may open it. */
export async function conversationByNumber(context: ReaderContext, text: string): Promise<Hit[]> {
  const number = text.match(/^#?\s?(\d{1,9})$/)?.[1];
  if (!number || !context.actor) return [];
  const { rows } = await context.system.db.pool.query<{ id: string; subject: string }>({
    name: "conversation-by-number",
    text: `SELECT c.id, c.subject FROM conversation c
           WHERE c.number = $3 AND ${visibleTo({ person: "$1::uuid", app: "$2::text" })}`,
    values: [context.actor.personId, context.app, Number(number)],
  });
  const [row] = rows;
  const shown = row && (await conversationHits(context, [row.id])).get(row.id);
  if (!shown) return [];
  const found = { id: `conversation:${row.id}`, kind: "conversation", promoted: false } as const;
  return [{ ...shown, ...found, title: [{ text: row.subject, match: false }], excerpt: [] }];
}
