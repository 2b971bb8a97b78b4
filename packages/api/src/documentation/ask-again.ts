import { enqueueAlone } from "../core/outbox.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { Context } from "../core/transact.ts";
import { accessLink, accessSource } from "./access.ts";
import { readingOf } from "./add-source.ts";
import { checkOf } from "./save-link.ts";

/** Others' servers are asked at most this often by one person's hand. */
const BY_HAND = { max: 60, windowSeconds: 3600 } as const;

/** Has the worker ask a link now; how it went is read from the list. */
export async function checkLinkNow(context: Context, { id }: { id: string }): Promise<void> {
  await accessLink(context, { id });
  await takeFromLimit(context.system, { key: `documentation:${context.actor.personId}`, ...BY_HAND });
  await enqueueAlone(context.system, checkOf(id));
}

/** Has the worker read a documentation site now. One that is being read goes on as it is. */
export async function readSourceNow(context: Context, { id }: { id: string }): Promise<void> {
  await accessSource(context, id);
  await takeFromLimit(context.system, { key: `documentation:${context.actor.personId}`, ...BY_HAND });
  await enqueueAlone(context.system, readingOf(id));
}
