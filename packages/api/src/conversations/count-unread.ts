import type { Context } from "../core/transact.ts";
import { OPEN, unreadByAgent } from "./list-sql.ts";

/**
 * How many conversations hold something new for the actor: a requester's own, an agent's those assigned to them.
 */
export async function countUnread({ system, actor }: Context): Promise<number> {
  const { rows } = await system.db.pool.query<{ count: number }>({
    name: `count-unread-${actor.app}`,
    text: actor.app === "customer" ? REQUESTER : AGENT,
    values: [actor.personId],
  });
  return rows[0]?.count ?? 0;
}

const REQUESTER = `
  SELECT count(*)::int AS count FROM conversation c WHERE c.requester_id = $1 AND c.public_seq > c.requester_read_seq`;

const AGENT = `
  SELECT count(*)::int AS count FROM conversation c
  JOIN desk_member m ON m.desk_id = c.desk_id AND m.person_id = $1
  WHERE c.assignee_id = $1 AND ${OPEN} AND ${unreadByAgent("$1")}`;
