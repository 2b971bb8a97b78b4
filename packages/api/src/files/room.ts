import type { Prisma } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import type { System } from "../core/system.ts";

type Db = Pick<Prisma.TransactionClient, "file">;

/**
 * Bytes of the files that some desks keep: of those that have a row, so that what is deleted counts no more. The widths in which
 * pictures are served are not counted: they are made again.
 *
 * @param desks null for every desk.
 */
export async function storedBytes({ file }: Db, desks: readonly string[] | null): Promise<number> {
  const where = desks === null ? {} : { deskId: { in: [...desks] } };
  const { _sum } = await file.aggregate({ where, _sum: { size: true } });
  return Number(_sum.size ?? 0);
}

/**
 * Makes sure that a desk has room for so many bytes more.
 *
 * @throws DESK_FULL
 */
export async function assertRoom(
  { settings }: Pick<System, "settings">,
  db: Db,
  { deskId, bytes }: { deskId: string; bytes: number },
): Promise<void> {
  const max = settings.deskStorage;
  const used = await storedBytes(db, [deskId]);
  if (used + bytes > max) throw new DomainError("DESK_FULL", { used, max });
}

/** Lets one file after the other into a desk, until the end of the transaction: together they must not be more than it may have. */
export async function holdRoom(tx: Prisma.TransactionClient, deskId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`files:${deskId}`}, 0))`;
}
