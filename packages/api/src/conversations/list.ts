import type { Context } from "../core/transact.ts";
import { desksInSight } from "../desks/desks-in-sight.ts";
import { afterCursor, type ListPage, listStatement, PAGE, toPage, Values, viewCondition } from "./list-sql.ts";
import type { ListInput } from "./schema.ts";

/**
 * A page of one of the console's lists, newest activity first. Each desk gives its first rows and the newest of them
 * are taken, so that every page costs the same however deep it is and however much there is.
 */
export async function listConversations(context: Context, input: ListInput): Promise<ListPage> {
  const desks = await desksInSight(context, input.deskId);
  const values = new Values();
  const me = values.add(context.actor.personId, "uuid");
  const conditions = [
    "c.desk_id = d.id",
    viewCondition(input.view, me),
    afterCursor(input.cursor, values, "last_event_at"),
    input.priority ? `c.priority = ${values.add(input.priority, "priority")}` : "TRUE",
    input.productId ? `c.product_id = ${values.add(input.productId, "uuid")}` : "TRUE",
  ].join(" AND ");
  const order = (row: string) => `ORDER BY ${row}.last_event_at DESC, ${row}.id DESC LIMIT ${PAGE + 1}`;
  const page = `
    SELECT n.* FROM unnest(${values.add(desks, "uuid[]")}) AS d (id)
    CROSS JOIN LATERAL (SELECT * FROM conversation c WHERE ${conditions} ${order("c")}) n ${order("n")}`;
  const { rows } = await context.system.db.pool.query(listStatement(page, me, "last_event_at"), values.all);
  return toPage(rows, "agents");
}
