import type { Prisma } from "@mintreu/db/generated/client";
import type { System } from "../core/system.ts";
import type { Context } from "../core/transact.ts";
import { type ArticleAccess, holdArticle } from "./access.ts";
import type { ArticleAction } from "./rules.ts";

/** What a change of an article works with. */
export interface Change extends ArticleAccess {
  tx: Prisma.TransactionClient;
  now: Date;
}

/**
 * Changes one article: nobody else does until it is committed, and all of it is or nothing.
 *
 * @throws NOT_FOUND, FORBIDDEN as `accessArticle`.
 */
export function changeArticle<Result>(
  context: Context,
  { id, action }: { id: string; action: ArticleAction },
  work: (change: Change) => Promise<Result>,
): Promise<Result> {
  const { system, actor } = context;
  return inTransaction(system, async (tx) => {
    const access = await holdArticle(tx, { id, actor, action });
    return work({ ...access, tx, now: system.clock() });
  });
}

/** Runs what belongs together; waits longer for its turn than a person would mind, and gives up before a request does. */
export function inTransaction<Result>(
  { db }: System,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return db.prisma.$transaction(work, { maxWait: 10_000, timeout: 10_000 });
}
