import { z } from "zod";
import { possiblyEmpty, wellFormed } from "../core/text.ts";

/** What can be found. People and products only by agents; conversations by who takes part. */
export const DOCUMENT_KINDS = ["article", "documentation", "conversation", "person", "product"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Longest search, in UTF-16 code units; what is longer is cut, not refused: somebody may paste an error message. */
export const MAX_QUERY = 400;

const id = z.uuid();
const text = z.string().max(20_000);
const documentId = possiblyEmpty(120);

export const queryInput = z.strictObject({
  text,
  /** Only these kinds; left out, all. */
  kinds: z.array(z.enum(DOCUMENT_KINDS)).max(5).optional(),
  productId: id.optional(),
  /** For agents: only of this desk. */
  deskId: id.optional(),
  /** Conversations only in these states. */
  open: z.boolean().optional(),
  /** How many, and from where on. */
  limit: z.int().min(1).max(50).default(10),
  offset: z.int().min(0).max(200).default(0),
});
/** A search that somebody has finished: it counts. */
export const finishedInput = z.strictObject({ text, found: z.int().min(0).max(1_000_000) });
export const openedInput = z.strictObject({ searchId: id, document: documentId, place: z.int().min(1).max(1_000) });
/** What was opened helped; or a ticket was written all the same. */
export const helpedInput = z.strictObject({ searchId: id });
/** While a ticket is typed. */
export const answersInput = z.strictObject({ text, productId: id.nullable() });
export const avoidedInput = z.strictObject({ document: documentId });
/** While an agent reads a ticket. */
export const suggestionsInput = z.strictObject({ conversationId: id });
/** An agent answered with an article. */
export const answeredInput = z.strictObject({ conversationId: id, articleId: id });

// Relevance, for admins.
const words = (max: number) => wellFormed(max).transform((text) => text.trim());
const phrase = words(100);
const differ = (words: string[]) => new Set(words.map((word) => word.toLowerCase())).size > 1;
export const synonymInput = z.strictObject({
  id: id.optional(),
  words: z.array(phrase).min(2).max(20).refine(differ, "synonym.same"),
});
export const byId = z.strictObject({ id });
export const stopWordInput = z.strictObject({ word: words(50) });
export const promotionInput = z.strictObject({ query: phrase, articleId: id });
export const missesInput = z.strictObject({ days: z.int().min(1).max(366).default(30) });
export const dismissMissInput = z.strictObject({ query: possiblyEmpty(MAX_QUERY) });

export type QueryInput = z.infer<typeof queryInput>;
export type AnswersInput = z.infer<typeof answersInput>;

/** Text in pieces; those that match the search are marked. Never HTML. */
export type Highlighted = { text: string; match: boolean }[];

/** One thing that was found. */
export interface Hit {
  /** Such as `article:0190…`. */
  id: string;
  kind: DocumentKind;
  title: Highlighted;
  excerpt: Highlighted;
  /** Where it is, in the app that asked; an address of another site for product documentation. */
  href: string;
  /** Where it comes from, to be shown: a collection, a documentation site's host, "#1042", an address. */
  origin: string | null;
  product: { id: string; name: string; hue: number } | null;
  /** Of a conversation; of an article that only those who write it see: `draft`, `in_review`, `published` with newer words. */
  status: string | null;
  updatedAt: string | null;
  /** An editor put it first for this search. */
  promoted: boolean;
}

/** What a search found, as far as the reader may see it: counts too. */
export interface SearchAnswer {
  hits: Hit[];
  /** Things found; exact up to a thousand. */
  total: number;
  facets: {
    kinds: { kind: DocumentKind; count: number }[];
    products: { id: string; name: string; count: number }[];
  };
  /** What was probably meant, when what was written was found hardly or not at all. */
  suggestion: string | null;
  /** Which engine answered; `degraded` when it is not the one that was set. */
  engine: "postgres" | "typesense";
  degraded: boolean;
  /** Milliseconds at the server. */
  took: number;
}

/** What may answer a ticket before it is written. */
export interface Answers {
  articles: Hit[];
  documentation: Hit[];
  /** Own open tickets about the same. */
  tickets: Hit[];
}

/** An article that may answer a ticket. */
export interface SuggestedArticle extends Hit {
  articleId: string;
  slug: string;
  /** Where the requester finds it. */
  url: string;
  /** Whether the requester may read it: only then a link is of use to them. */
  readable: boolean;
  alreadySent: boolean;
}

/** What may help an agent answer. */
export interface Suggestions {
  articles: SuggestedArticle[];
  /** Similar conversations that were resolved. */
  conversations: Hit[];
}

/** Words that mean the same. */
export interface Synonym {
  id: string;
  words: string[];
}

/** An article that an editor put first for a search. */
export interface Promotion {
  id: string;
  query: string;
  article: { id: string; title: string };
}

/** A search of readers that found nothing, and still would not. */
export interface Miss {
  query: string;
  times: number;
  lastAt: string;
  /** Words of ours that it may mean, as a proposal for a synonym; from spellings, and from tickets that an article solved. */
  proposal: string | null;
}

/** What searches led to, by day and in all. */
export interface SearchFigures {
  days: { day: string; searches: number; opened: number; helped: number; tickets: number; misses: number }[];
  top: { query: string; times: number; opened: number; tickets: number }[];
}
