import type { System } from "../../core/system.ts";

/** Figures go back a year. */
const KEPT_DAYS = 400;

/** Deletes searches, and avoided tickets, that no figure shows any more. */
export async function deleteOldSearches({ db, clock }: System): Promise<void> {
  const before = new Date(clock().getTime() - KEPT_DAYS * 86_400_000);
  await db.prisma.searchLog.deleteMany({ where: { at: { lt: before } } });
  await db.prisma.avoidedTicket.deleteMany({ where: { at: { lt: before } } });
}
