import { z } from "zod";
import type { Priority, Status, View } from "./schema.ts";

/** The conditions of the partial indexes, word for word, so that the planner finds them. */
export const OPEN = "c.status IN ('new', 'open', 'pending', 'on_hold')";
export const DONE = "c.status IN ('resolved', 'closed')";

/** One row of a list, for agents and requesters alike. */
export interface ListRow {
  id: string;
  number: number;
  subject: string;
  status: Status;
  priority: Priority | null;
  requester: { id: string; name: string };
  assignee: { id: string; name: string } | null;
  product: { name: string; hue: number } | null;
  desk: { id: string; name: string };
  /** Start of the newest public message. */
  preview: string;
  lastEventAt: string;
  unread: boolean;
}

/** A page of a list, and where the next one starts. */
export interface ListPage {
  rows: ListRow[];
  nextCursor: string | null;
}

export const PAGE = 30;

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly all: unknown[] = [];

  /** @returns the placeholder of a value, with its type. */
  add(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

/** The condition that picks a view's conversations, besides the desk. */
export function viewCondition(view: View, me: string): string {
  switch (view) {
    case "mine":
      return `${OPEN} AND c.assignee_id = ${me}`;
    case "unassigned":
      return `${OPEN} AND c.assignee_id IS NULL`;
    case "open":
      return OPEN;
    case "resolved":
      return DONE;
  }
}

const CURSOR = z.tuple([z.iso.datetime().refine((at) => !at.startsWith("0000")), z.uuid()]);

/** Where a page starts: after the last row of the page before. A cursor that is not one of ours starts at the top. */
export function afterCursor(cursor: string | undefined, values: Values, sort: string): string {
  const parsed = CURSOR.safeParse(cursor?.split("_"));
  if (!parsed.success) return "TRUE";
  const [at, id] = parsed.data;
  return `(c.${sort}, c.id) < (${values.add(at, "timestamptz")}, ${values.add(id, "uuid")})`;
}

/**
 * Fills in what a row of a list shows. `page` selects conversations `c`, one more than a page.
 *
 * What belongs to a row is fetched by subqueries, not joins: each is an index look-up for thirty rows, whatever the planner
 * thinks of the tables' sizes; a join it may turn into reading a table whole.
 */
export function listStatement(page: string, me: string, sort: "last_event_at" | "last_public_at"): string {
  const unread = sort === "last_public_at" ? `c.public_seq > ${readSeq(me)}` : unreadByAgent(me);
  return `
    WITH page AS MATERIALIZED (${page})
    SELECT c.id, c.number, c.subject, c.status, c.priority, c.${sort} AS "lastEventAt", ${unread} AS unread,
      (SELECT json_build_object('id', r.id, 'name', r.name) FROM person r WHERE r.id = c.requester_id) AS requester,
      (SELECT json_build_object('id', a.id, 'name', a.name) FROM person a WHERE a.id = c.assignee_id) AS assignee,
      (SELECT json_build_object('name', p.name, 'hue', p.hue) FROM product p WHERE p.id = c.product_id) AS product,
      (SELECT json_build_object('id', d.id, 'name', d.name) FROM desk d WHERE d.id = c.desk_id) AS desk,
      (SELECT left(e.body, 160) FROM event e
       WHERE e.conversation_id = c.id AND e.kind IN ('opened', 'message') AND e.visibility = 'public'
       ORDER BY e.seq DESC LIMIT 1) AS preview
    FROM page c
    ORDER BY c.${sort} DESC, c.id DESC`;
}

/** Up to where a person has read `conversation c`. */
const readSeq = (me: string): string => `coalesce(
  (SELECT rc.seq FROM read_cursor rc WHERE rc.person_id = ${me} AND rc.conversation_id = c.id), 0)`;

/**
 * Whether `conversation c` holds something that an agent has not read: `maySee` of events.ts in SQL, so that another desk's
 * note marks nothing. A subquery with a limit, because the planner may answer EXISTS by reading every event there is.
 */
export const unreadByAgent = (me: string): string => `coalesce((
  SELECT TRUE FROM event e WHERE e.conversation_id = c.id AND e.seq > ${readSeq(me)}
    AND (e.visibility <> 'desk' OR e.desk_id IN (SELECT m.desk_id FROM desk_member m WHERE m.person_id = ${me}))
  LIMIT 1), FALSE)`;

type Row = Omit<ListRow, "lastEventAt"> & { lastEventAt: Date };

/** Rows of the statement above as a page for one side; a requester does not see priority and assignee. */
export function toPage(found: Row[], side: "requester" | "agents"): ListPage {
  const forAgents = side === "agents";
  const rows = found.slice(0, PAGE).map((row) => ({
    ...row,
    priority: forAgents ? row.priority : null,
    assignee: forAgents ? row.assignee : null,
    lastEventAt: row.lastEventAt.toISOString(),
  }));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, nextCursor: last ? `${last.lastEventAt}_${last.id}` : null };
}
