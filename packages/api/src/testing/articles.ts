import { createArticle } from "../articles/create.ts";
import { publishArticle } from "../articles/publish.ts";
import { saveArticle } from "../articles/save.ts";
import type { CreateInput } from "../articles/schema.ts";
import type { Actor } from "../core/actor.ts";
import type { ReaderContext } from "../core/reader.ts";
import type { Context } from "../core/transact.ts";
import type { World } from "./world.ts";

/** Someone writes an article for the developer's desk, as a draft. */
export function drafts(world: World, more: Partial<CreateInput> = {}, actor: Actor = world.developer) {
  const usual = { deskId: world.deskId, title: "Move a licence", body: "Sign out first.", summary: "" };
  return createArticle(world.as(actor), { ...usual, ...more });
}

/** The same, and publishes it. */
export async function publishes(world: World, more: Partial<CreateInput> = {}, actor: Actor = world.developer) {
  const article = await drafts(world, more, actor);
  await publishArticle(world.as(actor), { id: article.id, revision: 1 });
  return article;
}

/** Someone saves another text on top of a revision. */
export function saves(context: Context, id: string, body: string, baseRevision = 1) {
  return saveArticle(context, { id, baseRevision, title: "Move a licence", summary: "", body });
}

/** Someone who reads; a visitor where nobody is named. */
export function reads({ system }: World, actor: Actor | null = null, visitor = "network.browser"): ReaderContext {
  return { system, actor, app: actor?.app ?? "customer", visitor };
}
