import { DomainError } from "../core/errors.ts";
import type { Context } from "../core/transact.ts";
import { accessDesk } from "./access.ts";
import { maySetReview } from "./rules.ts";

/**
 * Says whether somebody else has to look at a desk's articles before they are published.
 *
 * @throws FORBIDDEN for members below the desk's highest tier: who has to be looked at cannot do away with it.
 */
export async function setReview(context: Context, input: { deskId: string; reviews: boolean }): Promise<void> {
  const { desk, writer } = await accessDesk(context, input.deskId);
  if (!maySetReview(writer, desk)) throw new DomainError("FORBIDDEN", { action: "set-review" });
  await context.system.db.prisma.desk.update({ where: { id: desk.id }, data: { reviewsArticles: input.reviews } });
}
