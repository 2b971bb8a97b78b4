import { Prisma, type PrismaClient } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";

/**
 * Runs a transaction that lists an address.
 *
 * @throws ALREADY_LISTED when the product has the address; the database decides, so that two at once do not both win.
 */
export async function refuseDoubles(
  prisma: Pick<PrismaClient, "$transaction">,
  work: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<void> {
  try {
    await prisma.$transaction(work);
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      throw new DomainError("ALREADY_LISTED");
    throw error;
  }
}
