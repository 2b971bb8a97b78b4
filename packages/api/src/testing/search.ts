import { likenDue } from "../articles/liken.ts";
import type { Actor } from "../core/actor.ts";
import { indexChanges } from "../search/indexing/own.ts";
import { query } from "../search/query.ts";
import { type QueryInput, queryInput, type SearchAnswer } from "../search/schema.ts";
import { reads } from "./articles.ts";
import type { World } from "./world.ts";

/** Brings the index up to what was committed, as the worker does within a second. */
export async function indexed({ system }: Pick<World, "system">): Promise<void> {
  while (await indexChanges(system));
}

/** The same, and what is like what, which the worker finds afterwards. */
export async function likened({ system }: Pick<World, "system">): Promise<void> {
  await indexed({ system });
  // Those that are like one that changed come after it.
  while ((await system.db.prisma.articleToLiken.count()) > 0) await likenDue(system);
}

/** Someone searches, a visitor where nobody is named; what is not told is as a screen has it. */
export function searches(
  world: World,
  actor: Actor | null,
  asked: string | (Partial<QueryInput> & { text: string }),
): Promise<SearchAnswer> {
  return query(reads(world, actor), queryInput.parse(typeof asked === "string" ? { text: asked } : asked));
}

/** The ids that someone finds, as `kind:id` without the part of it. */
export async function finds(
  world: World,
  actor: Actor | null,
  asked: Parameters<typeof searches>[2],
): Promise<string[]> {
  const { hits } = await searches(world, actor, asked);
  return hits.map(({ id }) => id.split(":").slice(0, 2).join(":"));
}
