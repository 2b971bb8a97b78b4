import { DomainError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import type { Context } from "../../core/transact.ts";
import { normal } from "../normal.ts";
import type { Promotion } from "../schema.ts";

/** Articles that stand first for a search. */
export function listPromotions({ system }: Context): Promise<Promotion[]> {
  return system.db.prisma.searchPromotion.findMany({
    select: { id: true, query: true, article: { select: { id: true, title: true } } },
    orderBy: [{ query: "asc" }, { id: "asc" }],
  });
}

/**
 * Puts an article first for a search; doing it twice is doing it once.
 *
 * @throws NOT_FOUND for an article that is gone.
 */
export async function addPromotion(
  { system }: Context,
  { query, articleId }: { query: string; articleId: string },
): Promise<void> {
  const article = await system.db.prisma.article.findUnique({ where: { id: articleId }, select: { id: true } });
  if (!article) throw new DomainError("NOT_FOUND");
  const data = { id: newId(), query: normal(query), articleId };
  await system.db.prisma.searchPromotion.createMany({ data, skipDuplicates: true });
}

/** An article stands where it is found again. */
export async function removePromotion({ system }: Context, { id }: { id: string }): Promise<void> {
  await system.db.prisma.searchPromotion.deleteMany({ where: { id } });
}
