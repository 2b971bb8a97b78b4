import type { Context } from "../core/transact.ts";
import { recordLook } from "../desks/record-look.ts";
import { type Access, viewConversation } from "./access.ts";
import { eventsBefore } from "./event-rows.ts";
import { agentMark, type ConversationState, project, type Side, type ViewEvent } from "./events.ts";
import { type Action, allowedActions, lastPublicSeq, transitions } from "./rules.ts";
import type { Category, Status } from "./schema.ts";

/** How many events a screen starts with, and how many come with each look further back. */
const PAGE = 50;

/** A conversation with its newest events, as a viewer may see it. */
export interface ConversationView extends ConversationState {
  id: string;
  number: number;
  subject: string;
  category: Category;
  createdAt: string;
  requester: { id: string; name: string };
  product: { id: string; slug: string; name: string; hue: number } | null;
  follows: { id: string; number: number } | null;
  /** Up to where this viewer has read. */
  readSeq: number;
  /** Whether events stand before the first one here. */
  hasEarlier: boolean;
  viewer: { personId: string; side: Side };
  /** What the viewer may do as it stands. */
  actions: Action[];
  /** The statuses they may set. */
  transitions: readonly Status[];
}

/**
 * One conversation for its screen.
 *
 * @throws NOT_FOUND when the actor may not see it.
 */
export async function getConversation(context: Context, { id }: { id: string }): Promise<ConversationView> {
  const access = await viewConversation(context, id);
  const { conversation, viewer } = access;
  const [details, page] = await Promise.all([detailsOf(context, id), eventPage(context, access, conversation.seq + 1)]);
  await recordLook(context, access);
  return {
    ...details,
    ...page,
    id,
    number: conversation.number,
    subject: conversation.subject,
    seq: page.events.at(-1)?.seq ?? 0,
    status: conversation.status,
    assignee: viewer.side === "agents" ? details.assignee : null,
    priority: viewer.side === "agents" ? conversation.priority : null,
    requesterReadSeq: conversation.requesterReadSeq,
    agentReadSeq: agentMark(conversation.agentReadSeq, viewer, lastPublicSeq(conversation)),
    viewer: { personId: viewer.personId, side: viewer.side },
    actions: allowedActions(viewer, conversation),
    transitions: allowedActions(viewer, conversation).includes("set-status")
      ? transitions(viewer.side, conversation.status)
      : [],
  };
}

/** Events before a number, for reading back. */
export async function getEarlier(
  context: Context,
  { id, before }: { id: string; before: number },
): Promise<{ events: ViewEvent[]; hasEarlier: boolean }> {
  const access = await viewConversation(context, id);
  await recordLook(context, access);
  return eventPage(context, access, before);
}

async function eventPage({ system }: Context, { conversation, viewer }: Access, before: number) {
  const rows = await eventsBefore(system.db.pool, conversation.id, { before, limit: PAGE });
  const events = rows.flatMap((row) => project(row, viewer) ?? []);
  return { events, hasEarlier: (rows[0]?.seq ?? 1) > 1 };
}

const NAMED = { select: { id: true, name: true } } as const;
const NUMBERED = { select: { id: true, number: true } } as const;

async function detailsOf({ system, actor }: Context, id: string) {
  const row = await system.db.prisma.conversation.findUniqueOrThrow({
    where: { id },
    select: {
      category: true,
      createdAt: true,
      requester: NAMED,
      assignee: NAMED,
      desk: NAMED,
      product: { select: { id: true, slug: true, name: true, hue: true } },
      follows: NUMBERED,
      followUps: { ...NUMBERED, orderBy: { number: "desc" }, take: 1 },
      readCursors: { where: { personId: actor.personId }, select: { seq: true } },
    },
  });
  const { followUps, readCursors, createdAt, ...rest } = row;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    followUp: followUps[0] ?? null,
    readSeq: readCursors[0]?.seq ?? 0,
  };
}
