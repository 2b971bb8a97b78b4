import { z } from "zod";
import { liveChanges } from "../live/changes.ts";
import { liveConversation } from "../live/conversation.ts";
import { resumable } from "../live/resumable.ts";
import { agents, customers, router, signedIn } from "../trpc.ts";
import { assign } from "./assign.ts";
import { countUnread } from "./count-unread.ts";
import { countViews } from "./counts.ts";
import { getConversation, getEarlier } from "./get.ts";
import { getRequester } from "./get-requester.ts";
import { listConversations } from "./list.ts";
import { listTickets } from "./list-tickets.ts";
import { markRead } from "./mark-read.ts";
import { note } from "./note.ts";
import { open } from "./open.ts";
import { reply } from "./reply.ts";
import * as schema from "./schema.ts";
import { setPriority } from "./set-priority.ts";
import { setStatus } from "./set-status.ts";
import { typing } from "./typing.ts";

const ofDesk = z.strictObject({ deskId: z.uuid().optional() });

export const conversationsRouter = router({
  get: signedIn.input(schema.byId).query(({ ctx, input }) => getConversation(ctx, input)),
  earlier: signedIn.input(schema.earlierInput).query(({ ctx, input }) => getEarlier(ctx, input)),
  requester: agents.input(schema.byId).query(({ ctx, input }) => getRequester(ctx, input)),
  list: agents.input(schema.listInput).query(({ ctx, input }) => listConversations(ctx, input)),
  counts: agents.input(ofDesk).query(({ ctx, input }) => countViews(ctx, input)),
  unread: signedIn.query(({ ctx }) => countUnread(ctx)),
  tickets: customers.input(schema.ticketsInput).query(({ ctx, input }) => listTickets(ctx, input)),

  open: customers.input(schema.openInput).mutation(({ ctx, input }) => open(ctx, input)),
  reply: signedIn.input(schema.replyInput).mutation(({ ctx, input }) => reply(ctx, input)),
  note: agents.input(schema.noteInput).mutation(({ ctx, input }) => note(ctx, input)),
  assign: agents.input(schema.assignInput).mutation(({ ctx, input }) => assign(ctx, input)),
  setPriority: agents.input(schema.setPriorityInput).mutation(({ ctx, input }) => setPriority(ctx, input)),
  setStatus: signedIn.input(schema.setStatusInput).mutation(({ ctx, input }) => setStatus(ctx, input)),
  markRead: signedIn.input(schema.markReadInput).mutation(({ ctx, input }) => markRead(ctx, input)),
  typing: signedIn.input(schema.typingInput).mutation(({ ctx, input }) => typing(ctx, input)),

  live: signedIn.input(schema.liveInput).subscription(({ ctx, input, signal }) => {
    const after = Number(input.lastEventId ?? 0);
    return resumable(liveConversation(ctx, { id: input.id, after, signal }));
  }),
  changes: signedIn.input(ofDesk).subscription(({ ctx, input, signal }) => liveChanges(ctx, { ...input, signal })),
});
