import { articlesRouter } from "./articles/router.ts";
import { conversationsRouter } from "./conversations/router.ts";
import { desksRouter } from "./desks/router.ts";
import { documentationRouter } from "./documentation/router.ts";
import { mailRouter } from "./mail/router.ts";
import { marketplaceRouter } from "./marketplace/router.ts";
import { peopleRouter } from "./people/router.ts";
import { searchRouter } from "./search/router.ts";
import { router } from "./trpc.ts";

/** The table of contents. */
export const appRouter = router({
  articles: articlesRouter,
  conversations: conversationsRouter,
  desks: desksRouter,
  documentation: documentationRouter,
  mail: mailRouter,
  marketplace: marketplaceRouter,
  people: peopleRouter,
  search: searchRouter,
});

export type AppRouter = typeof appRouter;
