import type { Context } from "../core/transact.ts";
import { afterCursor, DONE, type ListPage, listStatement, PAGE, toPage, Values } from "./list-sql.ts";
import type { TicketState, TicketsInput } from "./schema.ts";

const STATE_CONDITION: Record<TicketState, string> = {
  open: "c.status IN ('new', 'open', 'on_hold')",
  waiting: "c.status = 'pending'",
  resolved: DONE,
  all: "TRUE",
};

/** A page of the actor's own conversations, newest public activity first. */
export async function listTickets({ system, actor }: Context, input: TicketsInput): Promise<ListPage> {
  const values = new Values();
  const me = values.add(actor.personId, "uuid");
  const conditions = [
    `c.requester_id = ${me}`,
    STATE_CONDITION[input.state],
    afterCursor(input.cursor, values, "last_public_at"),
    searchCondition(input.search.trim(), values),
    input.productId ? `c.product_id = ${values.add(input.productId, "uuid")}` : "TRUE",
  ].join(" AND ");
  const page = `
    SELECT * FROM conversation c WHERE ${conditions}
    ORDER BY c.last_public_at DESC, c.id DESC LIMIT ${PAGE + 1}`;
  const { rows } = await system.db.pool.query(listStatement(page, me, "last_public_at"), values.all);
  return toPage(rows, "requester");
}

function searchCondition(search: string, values: Values): string {
  if (search === "") return "TRUE";
  const number = search.match(/^#?(\d{1,9})$/)?.[1];
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const subject = `c.subject ILIKE ${values.add(pattern.replaceAll("\0", ""), "text")}`;
  return number ? `(c.number = ${values.add(Number(number), "int")} OR ${subject})` : subject;
}
