import { agents, anyone, router } from "../trpc.ts";
import { addSource } from "./add-source.ts";
import { checkLinkNow, readSourceNow } from "./ask-again.ts";
import { listDocumentation, listLinks } from "./list-links.ts";
import { listSources } from "./list-sources.ts";
import { orderLinks } from "./order-links.ts";
import { removeLink } from "./remove-link.ts";
import { removeSource } from "./remove-source.ts";
import { saveLink } from "./save-link.ts";
import * as schema from "./schema.ts";

export const documentationRouter = router({
  ofProduct: anyone.input(schema.ofProduct).query(({ ctx, input }) => listDocumentation(ctx, input)),
  links: agents.input(schema.ofProduct).query(({ ctx, input }) => listLinks(ctx, input)),
  saveLink: agents.input(schema.saveLinkInput).mutation(({ ctx, input }) => saveLink(ctx, input)),
  orderLinks: agents.input(schema.orderLinksInput).mutation(({ ctx, input }) => orderLinks(ctx, input)),
  removeLink: agents.input(schema.byId).mutation(({ ctx, input }) => removeLink(ctx, input)),
  checkLinkNow: agents.input(schema.byId).mutation(({ ctx, input }) => checkLinkNow(ctx, input)),
  sources: agents.input(schema.ofProduct).query(({ ctx, input }) => listSources(ctx, input)),
  addSource: agents.input(schema.addSourceInput).mutation(({ ctx, input }) => addSource(ctx, input)),
  removeSource: agents.input(schema.byId).mutation(({ ctx, input }) => removeSource(ctx, input)),
  readSourceNow: agents.input(schema.byId).mutation(({ ctx, input }) => readSourceNow(ctx, input)),
});
