import { enqueueIn } from "../core/outbox.ts";
import type { System } from "../core/system.ts";
import { readingOf } from "./add-source.ts";
import { FAILURES } from "./rules.ts";
import { checkOf } from "./save-link.ts";

const DAY = 86_400_000;
/** When a link that has just failed is asked again (ms). */
const SOON = 15 * 60_000;
/** When a reading that nobody goes on with is taken up again (ms). */
const LEFT = 5 * 60_000;
/** How many are begun at once. */
const AT_ONCE = 500;

/** Has links asked and documentation sites read that were not for a day, and sooner where something went wrong. */
export async function checkDue({ db: { prisma }, clock }: System): Promise<void> {
  const now = clock().getTime();
  const before = (ms: number) => new Date(now - ms);
  const links = await prisma.productLink.findMany({
    where: {
      OR: [
        { checkedAt: { lt: before(DAY) } },
        { checkedAt: { lt: before(SOON) }, failures: { gt: 0, lt: FAILURES } },
        // Its first check got lost.
        { checkedAt: null, createdAt: { lt: before(SOON) } },
      ],
    },
    orderBy: { checkedAt: { sort: "asc", nulls: "first" } },
    take: AT_ONCE,
    select: { id: true },
  });
  const sources = await prisma.productSource.findMany({
    where: {
      OR: [
        { leasedTo: { lt: before(DAY) } },
        { leasedTo: { lt: before(LEFT) }, begunAt: { not: null } },
        { leasedTo: null, createdAt: { lt: before(SOON) } },
      ],
    },
    take: AT_ONCE,
    select: { id: true },
  });
  const jobs = [...links.map(({ id }) => checkOf(id)), ...sources.map(({ id }) => readingOf(id))];
  if (jobs.length > 0) await prisma.$transaction((tx) => enqueueIn(tx, ...jobs));
}
