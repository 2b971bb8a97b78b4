import { z } from "zod";
import { LIST_PAGING, wellFormed } from "../core/text.ts";

export const STATUSES = ["new", "open", "pending", "on_hold", "resolved", "closed"] as const;
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export const CATEGORIES = [
  "question",
  "installation",
  "licence",
  "billing",
  "bug",
  "feature",
  "account",
  "other",
] as const;
/** The console's lists. */
export const VIEWS = ["mine", "unassigned", "open", "resolved"] as const;
/** How a customer filters their tickets. */
export const STATES = ["open", "waiting", "resolved", "all"] as const;

export type Status = (typeof STATUSES)[number];
export type Priority = (typeof PRIORITIES)[number];
export type Category = (typeof CATEGORIES)[number];
export type View = (typeof VIEWS)[number];
export type TicketState = (typeof STATES)[number];

/** Longest text of a message, in UTF-16 code units. */
export const MAX_TEXT = 20_000;
export const MAX_SUBJECT = 200;

export const messageText = wellFormed(MAX_TEXT);
/** Biggest number of an event: an `integer` of PostgreSQL. */
const MAX_SEQ = 2_147_483_647;
const id = z.uuid();
/** Made by the client for each thing it sends; the same id again is the same thing. */
const clientId = z.uuid();

export const byId = z.strictObject({ id });
export const openInput = z.strictObject({
  clientId,
  /** Empty for a question to the platform. */
  productId: id.nullable(),
  category: z.enum(CATEGORIES),
  subject: wellFormed(MAX_SUBJECT),
  body: messageText,
  /** The closed conversation that this one follows up. */
  followsId: id.nullable().default(null),
  /** The article that the requester had read and asked all the same; one that they may not read is left out. */
  articleId: id.optional(),
});
export const replyInput = z.strictObject({
  id,
  clientId,
  body: messageText,
  /** Status to leave it in, for agents. */
  status: z.enum(["open", "pending", "on_hold", "resolved"]).optional(),
});
export const noteInput = z.strictObject({ id, clientId, body: messageText, visibility: z.enum(["agents", "desk"]) });
export const assignInput = z.strictObject({
  id,
  /** The desk that shall hold it; left out, it stays where it is. */
  deskId: id.optional(),
  assigneeId: id.nullable(),
});
export const setPriorityInput = z.strictObject({ id, priority: z.enum(PRIORITIES) });
export const setStatusInput = z.strictObject({ id, status: z.enum(STATUSES) });
export const markReadInput = z.strictObject({ id, seq: z.int().min(0).max(MAX_SEQ) });
export const typingInput = z.strictObject({ id, mode: z.enum(["reply", "note"]) });

export const listInput = z.strictObject({
  view: z.enum(VIEWS),
  /** One desk; left out, every desk one is a member of. */
  deskId: id.optional(),
  priority: z.enum(PRIORITIES).optional(),
  productId: id.optional(),
  ...LIST_PAGING,
});
export const ticketsInput = z.strictObject({
  state: z.enum(STATES),
  /** A number, with or without #, or words of the subject. */
  search: z.string().max(200).default(""),
  productId: id.optional(),
  ...LIST_PAGING,
});
export const earlierInput = z.strictObject({ id, before: z.int().min(1).max(MAX_SEQ) });
export const liveInput = z.strictObject({
  id,
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/)
    .nullish(),
});

export type OpenInput = z.infer<typeof openInput>;
export type ReplyInput = z.infer<typeof replyInput>;
export type NoteInput = z.infer<typeof noteInput>;
export type AssignInput = z.infer<typeof assignInput>;
export type SetPriorityInput = z.infer<typeof setPriorityInput>;
export type SetStatusInput = z.infer<typeof setStatusInput>;
export type MarkReadInput = z.infer<typeof markReadInput>;
export type TypingInput = z.infer<typeof typingInput>;
export type ListInput = z.infer<typeof listInput>;
export type TicketsInput = z.infer<typeof ticketsInput>;
