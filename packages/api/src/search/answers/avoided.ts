import { DomainError } from "../../core/errors.ts";
import type { Context } from "../../core/transact.ts";
import { isShownTo } from "../found/hits.ts";

/**
 * Somebody found their answer instead of writing a ticket: counted once a person and day.
 *
 * @throws NOT_FOUND for what they may not read.
 */
export async function avoided({ system, actor }: Context, { document }: { document: string }): Promise<void> {
  if (!(await isShownTo({ system, actor, app: actor.app, visitor: "" }, document))) throw new DomainError("NOT_FOUND");
  const at = system.clock();
  const data = { personId: actor.personId, day: at, document, at };
  await system.db.prisma.avoidedTicket.createMany({ data, skipDuplicates: true });
}
