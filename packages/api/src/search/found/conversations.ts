import { visibleTo } from "../../conversations/access.ts";
import type { Status } from "../../conversations/schema.ts";
import type { ReaderContext } from "../../core/reader.ts";
import type { Shown } from "./hits.ts";
import { productOf } from "./products.ts";

interface Row {
  id: string;
  number: number;
  status: Status;
  product: Shown["product"];
  updatedAt: Date;
}

/** Conversations that somebody may open. */
export async function conversationHits({ system, actor, app }: ReaderContext, ids: readonly string[]) {
  if (!actor) return new Map<string, Shown>();
  // When a note was written is not a requester's to know.
  const { rows } = await system.db.pool.query<Row>({
    name: "conversation-hits",
    text: `SELECT c.id, c.number, c.status, ${productOf("c.product_id")} AS product,
             CASE WHEN $2::text = 'customer' THEN c.last_public_at ELSE c.last_event_at END AS "updatedAt"
           FROM conversation c
           WHERE c.id = ANY ($3::uuid[]) AND ${visibleTo({ person: "$1::uuid", app: "$2::text" })}`,
    values: [actor.personId, app, ids],
  });
  return new Map(
    rows.map(({ id, number, status, product, updatedAt }): [string, Shown] => [
      id,
      {
        ...{ href: `/conversations/${id}`, origin: `#${number}`, product, status },
        updatedAt: updatedAt.toISOString(),
      },
    ]),
  );
}
