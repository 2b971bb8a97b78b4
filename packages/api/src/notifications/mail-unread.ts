import { eventsAfter } from "../conversations/event-rows.ts";
import { project, type StoredEvent, type Viewer } from "../conversations/events.ts";
import type { JobPayloads } from "../core/jobs.ts";
import type { System } from "../core/system.ts";
import { sendMail } from "../mail/send-mail.ts";

const MOST = 20;

/**
 * Mails one side of a conversation what it has not read: the requester, or the assignee. One mail for all of it; none if it
 * was read meanwhile.
 */
export async function mailUnread(
  system: System,
  { conversationId, side }: JobPayloads["notifications.mail-unread"],
): Promise<void> {
  const conversation = await system.db.prisma.conversation.findUnique({
    where: { id: conversationId },
    include: {
      requester: true,
      assignee: true,
      // Whoever was taken out of the desk may still be the assignee.
      desk: { select: { members: { where: { person: { assigned: { some: { id: conversationId } } } }, take: 1 } } },
    },
  });
  const recipient = side === "requester" ? conversation?.requester : conversation?.assignee;
  if (!conversation || !recipient) return;
  if (side === "agents" && conversation.desk.members.length === 0) return;
  const read = await system.db.prisma.readCursor.findUnique({
    where: { personId_conversationId: { personId: recipient.id, conversationId } },
  });
  const viewer: Viewer = { personId: recipient.id, side, deskIds: [conversation.deskId], oversees: false };
  const news = await newsAfter(system, read?.seq ?? 0, { conversationId, viewer });
  const last = news.at(-1);
  if (!last) return;
  const base = side === "requester" ? system.settings.customerUrl : system.settings.consoleUrl;
  await sendMail(system, {
    cause: `unread:${conversationId}:${recipient.id}:${last.seq}`,
    to: recipient.email,
    subject: `[#${conversation.number}] ${conversation.subject}`,
    text: `${news.map(paragraph).join("\n\n")}\n\n${base}/conversations/${conversationId}`,
  });
}

/** The first messages after a number that are news to the viewer, however much else stands between them. */
async function newsAfter(
  { db }: System,
  after: number,
  { conversationId, viewer }: { conversationId: string; viewer: Viewer },
): Promise<StoredEvent[]> {
  const news: StoredEvent[] = [];
  for (let from = after; news.length < MOST; ) {
    const events = await eventsAfter(db.pool, conversationId, { after: from, limit: 10 * MOST });
    news.push(...events.filter((event) => isNews(event, viewer)));
    from = events.at(-1)?.seq ?? from;
    if (events.length < 10 * MOST) break;
  }
  return news.slice(0, MOST);
}

function isNews(event: StoredEvent, viewer: Viewer): boolean {
  const seen = project(event, viewer);
  return seen !== null && !seen.own && (seen.kind === "message" || seen.kind === "opened");
}

function paragraph(event: StoredEvent): string {
  return `${event.actorName}:\n${"body" in event.data ? event.data.body : ""}`;
}
