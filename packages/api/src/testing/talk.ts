import { randomUUID } from "node:crypto";
import { assign } from "../conversations/assign.ts";
import type { ViewEvent } from "../conversations/events.ts";
import { note } from "../conversations/note.ts";
import { open } from "../conversations/open.ts";
import { reply } from "../conversations/reply.ts";
import type { NoteInput, OpenInput, ReplyInput, Status } from "../conversations/schema.ts";
import { setStatus } from "../conversations/set-status.ts";
import type { Context } from "../core/transact.ts";
import type { World } from "./world.ts";

/** Someone opens a conversation about a product, or with the platform. */
export async function opens(someone: Context, about: Partial<OpenInput> & Pick<OpenInput, "productId">) {
  const usual = { clientId: randomUUID(), category: "bug", subject: "Help", body: "It does not start." } as const;
  return (await open(someone, { ...usual, followsId: null, ...about })).id;
}

/** Someone says something. */
export function says(someone: Context, id: string, body: string, more: Partial<ReplyInput> = {}): Promise<ViewEvent> {
  return reply(someone, { id, clientId: randomUUID(), body, ...more });
}

/** Someone notes something. */
export function notes(someone: Context, id: string, body: string, visibility: NoteInput["visibility"] = "agents") {
  return note(someone, { id, clientId: randomUUID(), body, visibility });
}

/** A conversation of the customer with the developer's desk. */
export function customersTicket(world: World): Promise<string> {
  return opens(world.as(world.customer), { productId: world.productId });
}

/** One that an admin handed on to the rival's desk: the developer's takes part, the admin only oversees. */
export async function sharedTicket(world: World): Promise<string> {
  const id = await customersTicket(world);
  await assign(world.as(world.admin), { id, deskId: world.rivalDeskId, assigneeId: null });
  return id;
}

/** A conversation of the customer in a status. */
export async function ticketIn(world: World, status: Status): Promise<string> {
  const id = await customersTicket(world);
  const steps: Status[] = status === "closed" ? ["resolved", "closed"] : status === "new" ? [] : [status];
  for (const step of steps) await setStatus(world.as(world.developer), { id, status: step });
  return id;
}
