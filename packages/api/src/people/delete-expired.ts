import type { System } from "../core/system.ts";

/** How long an ended session is kept, for answering when somebody asks who was signed in. */
const KEPT_DAYS = 30;

/** Deletes sign-in links, sessions and rate limits whose time is over. */
export async function deleteExpired({ db: { prisma }, clock }: System): Promise<void> {
  const now = clock();
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await prisma.signInToken.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.session.deleteMany({ where: { OR: [{ endedAt: { lt: before } }, { expiresAt: { lt: before } }] } });
  await prisma.rateLimit.deleteMany({ where: { windowStart: { lt: before } } });
}
