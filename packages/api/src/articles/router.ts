import { agents, anyone, router } from "../trpc.ts";
import { archiveArticle } from "./archive.ts";
import { autosave } from "./autosave.ts";
import { listChoices } from "./choices.ts";
import { readCollection } from "./collection.ts";
import { countView } from "./count-view.ts";
import { countArticles } from "./counts.ts";
import { createArticle } from "./create.ts";
import { deleteCollection } from "./delete-collection.ts";
import { getDifference } from "./difference.ts";
import { discardDraft } from "./discard-draft.ts";
import { readFigures } from "./figures.ts";
import { createFromConversation } from "./from-conversation.ts";
import { getArticle } from "./get.ts";
import { readHome } from "./home.ts";
import { listArticles } from "./list.ts";
import { listCollections } from "./list-collections.ts";
import { listShelf } from "./list-shelf.ts";
import { orderArticles, orderCollections } from "./order.ts";
import { preview } from "./preview.ts";
import { publishArticle } from "./publish.ts";
import { listPublished } from "./published.ts";
import { readArticle } from "./read.ts";
import { requestReview } from "./request-review.ts";
import { restore } from "./restore.ts";
import { getRevision, listRevisions } from "./revisions.ts";
import { saveArticle } from "./save.ts";
import { saveCollection } from "./save-collection.ts";
import * as schema from "./schema.ts";
import { sendBack } from "./send-back.ts";
import { setDetails } from "./set-details.ts";
import { setReview } from "./set-review.ts";
import { listSitemap, readSitemapPart } from "./sitemap.ts";
import { unarchiveArticle } from "./unarchive.ts";
import { unpublishArticle } from "./unpublish.ts";
import { unscheduleArticle } from "./unschedule.ts";
import { verify } from "./verify.ts";
import { vote } from "./vote.ts";

export const articlesRouter = router({
  // For readers, signed in or not.
  home: anyone.input(schema.homeInput).query(({ ctx, input }) => readHome(ctx, input)),
  collection: anyone.input(schema.bySlug).query(({ ctx, input }) => readCollection(ctx, input)),
  read: anyone.input(schema.bySlug).query(({ ctx, input }) => readArticle(ctx, input)),
  published: anyone.input(schema.publishedInput).query(({ ctx, input }) => listPublished(ctx, input)),
  sitemap: anyone.query(({ ctx }) => listSitemap(ctx)),
  sitemapPart: anyone.input(schema.sitemapPartInput).query(({ ctx, input }) => readSitemapPart(ctx, input)),
  vote: anyone.input(schema.voteInput).mutation(({ ctx, input }) => vote(ctx, input)),
  countView: anyone.input(schema.byId).mutation(({ ctx, input }) => countView(ctx, input)),

  // For those who write.
  list: agents.input(schema.listInput).query(({ ctx, input }) => listArticles(ctx, input)),
  counts: agents.input(schema.deskInput).query(({ ctx, input }) => countArticles(ctx, input)),
  choices: agents.input(schema.ofDeskInput).query(({ ctx, input }) => listChoices(ctx, input)),
  get: agents.input(schema.byId).query(({ ctx, input }) => getArticle(ctx, input)),
  create: agents.input(schema.createInput).mutation(({ ctx, input }) => createArticle(ctx, input)),
  fromConversation: agents
    .input(schema.fromConversationInput)
    .mutation(({ ctx, input }) => createFromConversation(ctx, input)),
  save: agents.input(schema.saveInput).mutation(({ ctx, input }) => saveArticle(ctx, input)),
  autosave: agents.input(schema.autosaveInput).mutation(({ ctx, input }) => autosave(ctx, input)),
  discardDraft: agents.input(schema.byId).mutation(({ ctx, input }) => discardDraft(ctx, input)),
  preview: agents.input(schema.previewInput).mutation(({ input }) => preview(input)),
  setDetails: agents.input(schema.setDetailsInput).mutation(({ ctx, input }) => setDetails(ctx, input)),
  verify: agents.input(schema.byId).mutation(({ ctx, input }) => verify(ctx, input)),

  publish: agents.input(schema.publishInput).mutation(({ ctx, input }) => publishArticle(ctx, input)),
  unschedule: agents.input(schema.byId).mutation(({ ctx, input }) => unscheduleArticle(ctx, input)),
  unpublish: agents.input(schema.byId).mutation(({ ctx, input }) => unpublishArticle(ctx, input)),
  archive: agents.input(schema.byId).mutation(({ ctx, input }) => archiveArticle(ctx, input)),
  unarchive: agents.input(schema.unarchiveInput).mutation(({ ctx, input }) => unarchiveArticle(ctx, input)),
  requestReview: agents.input(schema.atRevisionInput).mutation(({ ctx, input }) => requestReview(ctx, input)),
  sendBack: agents.input(schema.sendBackInput).mutation(({ ctx, input }) => sendBack(ctx, input)),
  setReview: agents.input(schema.setReviewInput).mutation(({ ctx, input }) => setReview(ctx, input)),

  revisions: agents.input(schema.byId).query(({ ctx, input }) => listRevisions(ctx, input)),
  revision: agents.input(schema.revisionInput).query(({ ctx, input }) => getRevision(ctx, input)),
  difference: agents.input(schema.differenceInput).query(({ ctx, input }) => getDifference(ctx, input)),
  restore: agents.input(schema.revisionInput).mutation(({ ctx, input }) => restore(ctx, input)),

  collections: agents.input(schema.deskInput).query(({ ctx, input }) => listCollections(ctx, input)),
  saveCollection: agents.input(schema.saveCollectionInput).mutation(({ ctx, input }) => saveCollection(ctx, input)),
  deleteCollection: agents
    .input(schema.deleteCollectionInput)
    .mutation(({ ctx, input }) => deleteCollection(ctx, input)),
  orderCollections: agents.input(schema.orderInput).mutation(({ ctx, input }) => orderCollections(ctx, input)),
  shelf: agents.input(schema.shelfInput).query(({ ctx, input }) => listShelf(ctx, input)),
  orderArticles: agents.input(schema.orderInput).mutation(({ ctx, input }) => orderArticles(ctx, input)),

  figures: agents.input(schema.figuresInput).query(({ ctx, input }) => readFigures(ctx, input)),
});
