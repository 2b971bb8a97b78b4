import type { ReaderContext } from "../../core/reader.ts";
import { limitTelling } from "./finished.ts";

/** For how long (hours) is told what came of a search. */
const COUNTS_FOR = 24;

/** A result was opened: where it stood in the list, from 1. The first one counts. */
export async function opened(
  context: ReaderContext,
  { searchId, document, place }: { searchId: string; document: string; place: number },
): Promise<void> {
  await limitTelling(context);
  await context.system.db.prisma.searchLog.updateMany({
    where: { ...lately(context, searchId), outcome: "none" },
    data: { outcome: "opened", opened: document, place },
  });
}

/** What was opened helped. */
export async function helped(context: ReaderContext, { searchId }: { searchId: string }): Promise<void> {
  await limitTelling(context);
  const where = { ...lately(context, searchId), outcome: "opened" as const };
  await context.system.db.prisma.searchLog.updateMany({ where, data: { outcome: "helped" } });
}

/** A ticket was written all the same. */
export async function endedInTicket(context: ReaderContext, { searchId }: { searchId: string }): Promise<void> {
  await limitTelling(context);
  await context.system.db.prisma.searchLog.updateMany({
    where: lately(context, searchId),
    data: { outcome: "ticket" },
  });
}

/** Whoever has the id made the search: it was told to nobody else. */
function lately({ system }: ReaderContext, id: string) {
  return { id, at: { gt: new Date(system.clock().getTime() - COUNTS_FOR * 3_600_000) } };
}
