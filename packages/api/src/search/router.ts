import { admins, agents, anyone, customers, router } from "../trpc.ts";
import { answered } from "./answers/answered.ts";
import { answers } from "./answers/answers.ts";
import { avoided } from "./answers/avoided.ts";
import { suggestions } from "./answers/suggestions.ts";
import { searchFigures } from "./log/figures.ts";
import { finished } from "./log/finished.ts";
import { endedInTicket, helped, opened } from "./log/outcome.ts";
import { query } from "./query.ts";
import { dismissMiss, listMisses } from "./relevance/misses.ts";
import { addPromotion, listPromotions, removePromotion } from "./relevance/promotions.ts";
import { addStopWord, listStopWords, removeStopWord } from "./relevance/stop-words.ts";
import { listSynonyms, removeSynonym, saveSynonym } from "./relevance/synonyms.ts";
import * as schema from "./schema.ts";
import { tryAsCustomer } from "./try-as-customer.ts";

export const searchRouter = router({
  query: anyone.input(schema.queryInput).query(({ ctx, input }) => query(ctx, input)),
  /** A search was typed to its end; what follows tells what came of it. */
  finished: anyone.input(schema.finishedInput).mutation(({ ctx, input }) => finished(ctx, input)),
  opened: anyone.input(schema.openedInput).mutation(({ ctx, input }) => opened(ctx, input)),
  helped: anyone.input(schema.helpedInput).mutation(({ ctx, input }) => helped(ctx, input)),
  endedInTicket: anyone.input(schema.helpedInput).mutation(({ ctx, input }) => endedInTicket(ctx, input)),

  answers: customers.input(schema.answersInput).query(({ ctx, input }) => answers(ctx, input)),
  avoided: customers.input(schema.avoidedInput).mutation(({ ctx, input }) => avoided(ctx, input)),
  suggestions: agents.input(schema.suggestionsInput).query(({ ctx, input }) => suggestions(ctx, input)),
  answered: agents.input(schema.answeredInput).mutation(({ ctx, input }) => answered(ctx, input)),

  synonyms: admins.query(({ ctx }) => listSynonyms(ctx)),
  saveSynonym: admins.input(schema.synonymInput).mutation(({ ctx, input }) => saveSynonym(ctx, input)),
  removeSynonym: admins.input(schema.byId).mutation(({ ctx, input }) => removeSynonym(ctx, input)),
  stopWords: admins.query(({ ctx }) => listStopWords(ctx)),
  addStopWord: admins.input(schema.stopWordInput).mutation(({ ctx, input }) => addStopWord(ctx, input)),
  removeStopWord: admins.input(schema.stopWordInput).mutation(({ ctx, input }) => removeStopWord(ctx, input)),
  promotions: admins.query(({ ctx }) => listPromotions(ctx)),
  addPromotion: admins.input(schema.promotionInput).mutation(({ ctx, input }) => addPromotion(ctx, input)),
  removePromotion: admins.input(schema.byId).mutation(({ ctx, input }) => removePromotion(ctx, input)),
  misses: admins.input(schema.missesInput).query(({ ctx, input }) => listMisses(ctx, input)),
  dismissMiss: admins.input(schema.dismissMissInput).mutation(({ ctx, input }) => dismissMiss(ctx, input)),
  tryAsCustomer: admins.input(schema.queryInput).query(({ ctx, input }) => tryAsCustomer(ctx, input)),
  figures: admins.input(schema.missesInput).query(({ ctx, input }) => searchFigures(ctx, input)),
});
