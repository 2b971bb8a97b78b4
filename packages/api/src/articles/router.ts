import { agents, anyone, router } from "../trpc.ts";
import { readCollection } from "./collection.ts";
import { createArticle } from "./create.ts";
import { getArticle } from "./get.ts";
import { readHome } from "./home.ts";
import { listArticles } from "./list.ts";
import { publishArticle } from "./publish.ts";
import { readArticle } from "./read.ts";
import { saveArticle } from "./save.ts";
import * as schema from "./schema.ts";

export const articlesRouter = router({
  // For readers, signed in or not.
  home: anyone.input(schema.homeInput).query(({ ctx, input }) => readHome(ctx, input)),
  collection: anyone.input(schema.bySlug).query(({ ctx, input }) => readCollection(ctx, input)),
  read: anyone.input(schema.bySlug).query(({ ctx, input }) => readArticle(ctx, input)),

  // For those who write.
  list: agents.input(schema.listInput).query(({ ctx, input }) => listArticles(ctx, input)),
  get: agents.input(schema.byId).query(({ ctx, input }) => getArticle(ctx, input)),
  create: agents.input(schema.createInput).mutation(({ ctx, input }) => createArticle(ctx, input)),
  save: agents.input(schema.saveInput).mutation(({ ctx, input }) => saveArticle(ctx, input)),
  publish: agents.input(schema.publishInput).mutation(({ ctx, input }) => publishArticle(ctx, input)),
});
