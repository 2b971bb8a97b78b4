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

/** Fills in what a row of a list shows. `page` selects conversations `c`, one more than a page. */
export function listStatement(page: string, me: string, sort: "last_event_at" | "last_public_at"): string {
  const unread = sort === "last_public_at" ? "c.public_seq > coalesce(rc.seq, 0)" : unreadByAgent(me);
  return `
    WITH page AS (${page})
    SELECT c.id, c.number, c.subject, c.status, c.priority, c.${sort} AS "lastEventAt", ${unread} AS unread,
      json_build_object('id', r.id, 'name', r.name) AS requester,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS assignee,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('name', p.name, 'hue', p.hue) END AS product,
      json_build_object('id', d.id, 'name', d.name) AS desk,
      coalesce(left(m.body, 160), '') AS preview
    FROM page c
    JOIN person r ON r.id = c.requester_id
    JOIN desk d ON d.id = c.desk_id
    LEFT JOIN person a ON a.id = c.assignee_id
    LEFT JOIN product p ON p.id = c.product_id
    LEFT JOIN read_cursor rc ON rc.person_id = ${me} AND rc.conversation_id = c.id
    LEFT JOIN LATERAL (
      SELECT e.body FROM event e
      WHERE e.conversation_id = c.id AND e.kind IN ('opened', 'message') AND e.visibility = 'public'
      ORDER BY e.seq DESC LIMIT 1) m ON TRUE
    ORDER BY c.${sort} DESC, c.id DESC`;
}

/**
 * Whether `conversation c` holds something that an agent, whose mark is `rc`, has not read: `maySee` of events.ts in SQL,
 * so that another desk's note marks nothing.
 */
export const unreadByAgent = (me: string): string => `EXISTS (
  SELECT FROM event e WHERE e.conversation_id = c.id AND e.seq > coalesce(rc.seq, 0)
    AND (e.visibility <> 'desk' OR EXISTS (
      SELECT FROM desk_member m WHERE m.desk_id = e.desk_id AND m.person_id = ${me})))`;

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
