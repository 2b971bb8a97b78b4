import { z } from "zod";
import { LIST_PAGING, possiblyEmpty, wellFormed } from "../core/text.ts";
import type { Heading } from "./reading.ts";
import type { ImportProblemReason } from "./transfer/problem-reason.ts";

export const ARTICLE_KINDS = ["answer", "tutorial", "troubleshooting"] as const;
export const AUDIENCES = ["public", "customers", "developers", "agents"] as const;
/** What the sitemap lists, besides the start page. */
export const SITEMAP_KINDS = ["articles", "collections", "products"] as const;
export const ARTICLE_STATES = ["draft", "in_review", "published", "archived"] as const;
/** Why an article did not help. */
export const VOTE_REASONS = ["unclear", "incomplete", "wrong", "not-my-problem"] as const;
/** Icons of collections: names of lucide icons that the screens know. */
export const COLLECTION_ICONS = [
  ...["book", "rocket", "user", "shopping-cart", "key", "receipt", "download", "wallet"],
  ...["package", "shield", "wrench", "life-buoy", "code", "settings", "star", "message-circle"],
] as const;

export type ArticleKind = (typeof ARTICLE_KINDS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type SitemapKind = (typeof SITEMAP_KINDS)[number];
export type ArticleState = (typeof ARTICLE_STATES)[number];
export type VoteReason = (typeof VOTE_REASONS)[number];

/** Paths in the console: a zip archive is posted to the one, `?desk=…&draft=1`, and comes from the other, `?desk=…`. */
export const IMPORT_PATH = "/knowledge/import";
export const EXPORT_PATH = "/knowledge/export";

/** Longest text of an article, in UTF-16 code units: the longest of a real help centre has 40,000. */
export const MAX_BODY = 200_000;
export const MAX_TITLE = 200;
export const MAX_SUMMARY = 400;

const id = z.uuid();
/** Of a revision; no more than the database can count. */
const number = z.int().min(1).max(2_147_483_647);
const body = possiblyEmpty(MAX_BODY);
const title = wellFormed(MAX_TITLE);
const summary = possiblyEmpty(MAX_SUMMARY);
/** Lower-case words with hyphens. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug.invalid");
const anySlug = possiblyEmpty(200);

export const byId = z.strictObject({ id });

// For readers, signed in or not.
export const homeInput = z.strictObject({
  /** Only what is about this product. */
  product: anySlug.optional(),
});
export const bySlug = z.strictObject({ slug: anySlug });
export const voteInput = z.strictObject({
  id,
  helpful: z.boolean(),
  reason: z.enum(VOTE_REASONS).optional(),
  comment: possiblyEmpty(1_000).optional(),
});

export const publishedInput = z.strictObject({ count: z.number().int().min(1).max(100).default(30) });
export const sitemapPartInput = z.strictObject({
  kind: z.enum(SITEMAP_KINDS),
  /** Of its first address. */
  from: id,
});

// For those who write.
export const listInput = z.strictObject({
  deskId: id.optional(),
  state: z.enum(ARTICLE_STATES).optional(),
  collectionId: id.optional(),
  productId: id.optional(),
  /** Only those that are due to be checked again. */
  due: z.boolean().default(false),
  /** Words of the title. */
  search: possiblyEmpty(200).default(""),
  ...LIST_PAGING,
});
const details = {
  kind: z.enum(ARTICLE_KINDS),
  audience: z.enum(AUDIENCES),
  productId: id.nullable(),
  collectionId: id.nullable(),
};
export const createInput = z.strictObject({
  deskId: id,
  title,
  body: body.default(""),
  summary: summary.default(""),
  ...z.object(details).partial().shape,
});
export const saveInput = z.strictObject({
  id,
  /** The revision the text began with: when there is a newer one, nothing is saved and nothing lost. */
  baseRevision: number,
  title,
  summary,
  body,
});
export const autosaveInput = z.strictObject({
  id,
  baseRevision: number,
  /** What is typed and not saved; left out by somebody who only has it open. */
  draft: z.strictObject({ title: possiblyEmpty(MAX_TITLE), summary, body }).optional(),
});
export const publishInput = z.strictObject({
  id,
  /** The revision that shall be published: the newest, as the writer saw it. */
  revision: number,
  /** When; left out, now. */
  at: z.iso.datetime().optional(),
});
export const setDetailsInput = z.strictObject({
  id,
  ...z
    .object({
      ...details,
      slug,
      ownerId: id,
      verifyEveryDays: z.int().min(1).max(3_650).nullable(),
      relatedIds: z.array(id).max(10),
    })
    .partial().shape,
});
/** The revision that somebody has in mind: when there is a newer one, nothing is done. */
export const atRevisionInput = z.strictObject({ id, revision: number });
/** What a writer is told with what is sent back. */
export const MAX_REASON = 2_000;
export const sendBackInput = atRevisionInput.extend({ reason: possiblyEmpty(MAX_REASON).default("") });
export const unarchiveInput = z.strictObject({
  id,
  /** Whether it shall stand where it stood before it was archived, rather than be a draft. */
  asItWas: z.boolean().default(false),
});
export const revisionInput = z.strictObject({ id, number });
export const differenceInput = z.strictObject({ id, from: number, to: number });
export const previewInput = z.strictObject({ body });
export const deskInput = z.strictObject({ deskId: id.optional() });
export const ofDeskInput = z.strictObject({ deskId: id });
export const saveCollectionInput = z.strictObject({
  /** Left out for a new one. */
  id: id.optional(),
  deskId: id,
  parentId: id.nullable(),
  productId: id.nullable(),
  name: wellFormed(100),
  description: possiblyEmpty(300).default(""),
  icon: z.enum(COLLECTION_ICONS).default("book"),
});
export const deleteCollectionInput = z.strictObject({
  id,
  /** Where what is in it goes, null for no collection; left out, one that holds something is not deleted. */
  moveTo: id.nullable().optional(),
});
/** The order of collections, or of the articles in one, from first to last. */
export const orderInput = z.strictObject({ deskId: id, ids: z.array(id).min(1).max(500) });
/** What stands on one shelf; null for what is in no collection. */
export const shelfInput = z.strictObject({ deskId: id, collectionId: id.nullable() });
export const setReviewInput = z.strictObject({ deskId: id, reviews: z.boolean() });
/** How many days back figures are told: for each of them, and no other, what happened with every article is kept summed up. */
export const FIGURE_DAYS = [7, 30, 90] as const;
/** What the first articles of many are found by. */
export const FIGURE_MEASURES = ["views", "unhelpful", "tickets", "answered"] as const;
export const figuresInput = z.strictObject({ deskId: id.optional(), days: z.literal(FIGURE_DAYS).default(30) });
export const fromConversationInput = z.strictObject({ conversationId: id });

export type PublishedInput = z.infer<typeof publishedInput>;
export type SitemapPartInput = z.infer<typeof sitemapPartInput>;
export type RevisionInput = z.infer<typeof revisionInput>;
export type AtRevisionInput = z.infer<typeof atRevisionInput>;
export type SendBackInput = z.infer<typeof sendBackInput>;
export type UnarchiveInput = z.input<typeof unarchiveInput>;
export type DifferenceInput = z.infer<typeof differenceInput>;
export type OrderInput = z.infer<typeof orderInput>;
export type ShelfInput = z.infer<typeof shelfInput>;
export type DeleteCollectionInput = z.infer<typeof deleteCollectionInput>;
export type FiguresInput = z.infer<typeof figuresInput>;
export type HomeInput = z.infer<typeof homeInput>;
export type VoteInput = z.infer<typeof voteInput>;
export type ListInput = z.infer<typeof listInput>;
export type CreateInput = z.infer<typeof createInput>;
export type SaveInput = z.infer<typeof saveInput>;
export type AutosaveInput = z.infer<typeof autosaveInput>;
export type PublishInput = z.infer<typeof publishInput>;
export type SetDetailsInput = z.infer<typeof setDetailsInput>;
export type SaveCollectionInput = z.infer<typeof saveCollectionInput>;

/** A text as readers would see it. */
export interface Preview {
  /** Safe HTML. */
  html: string;
  headings: Heading[];
}

/** An article in the list of those who write. */
export interface ArticleRow {
  id: string;
  slug: string;
  title: string;
  kind: ArticleKind;
  audience: Audience;
  state: ArticleState;
  /** Readers see it, if an earlier revision than the newest. */
  live: boolean;
  publishAt: string | null;
  /** Why a reviewer wants more of it; null once it was done something about. */
  sentBack: { by: string; reason: string } | null;
  product: { id: string; name: string; hue: number } | null;
  collection: { id: string; name: string } | null;
  desk: { id: string; name: string };
  owner: { id: string; name: string };
  /** It is time to check it again. */
  due: boolean;
  updatedAt: string;
  /** Of the last thirty days. */
  views: number;
  /** 0 to 1 of all votes; null without any. */
  helpful: number | null;
}

/** A page of that list. */
export interface ArticlePageOfRows {
  rows: ArticleRow[];
  nextCursor: string | null;
}

/** How many articles there are in each state, and how many are due to be checked again. */
export type ArticleCounts = Record<ArticleState | "due", number>;

/** What an article of a desk may be given. */
export interface Choices {
  owners: { id: string; name: string }[];
  products: { id: string; name: string }[];
  collections: { id: string; name: string; parentId: string | null }[];
  /** Whether somebody else has to look at an article before it is published, and whether this person may change that. */
  reviews: boolean;
  maySetReview: boolean;
}

/** An article as it is edited. */
export interface ArticleEdit extends ArticleRow {
  revision: number;
  publishedRevision: number | null;
  summary: string;
  body: string;
  /** Typed by this person and not saved yet. */
  draft: { title: string; summary: string; body: string; baseRevision: number } | null;
  verifiedAt: string | null;
  verifyEveryDays: number | null;
  related: { id: string; title: string }[];
  redirects: string[];
  /** Who wrote the newest revision. */
  writer: { id: string; name: string };
  /** Whether the desk has articles reviewed: then its writer cannot publish the newest revision. */
  reviews: boolean;
  /** Made of a ticket and never published: somebody has to read it for names that were not masked. */
  mayNameSomebody: boolean;
  /** What this person may do now. */
  may: ArticleRights;
  /** Where readers find it, whether it is live or not. */
  url: string;
}

/** What one person may do with one article as it stands. */
export interface ArticleRights {
  save: boolean;
  publish: boolean;
  requestReview: boolean;
  sendBack: boolean;
  unschedule: boolean;
  unpublish: boolean;
  archive: boolean;
  unarchive: boolean;
}

/** Who else has an article open for editing. */
export interface OtherEditor {
  name: string;
  /** Whether they have changed something that is not saved yet. */
  typing: boolean;
}

/** What an autosave tells back. */
export interface AutosaveAnswer {
  /** The newest revision: above `baseRevision`, somebody has saved meanwhile. */
  revision: number;
  others: OtherEditor[];
}

/** One revision in the history of an article. */
export interface RevisionRow {
  number: number;
  title: string;
  author: { id: string; name: string };
  at: string;
  restoredFrom: number | null;
  published: boolean;
}

/** One line of a difference between two revisions. */
export interface DifferenceLine {
  change: "same" | "added" | "removed";
  text: string;
  /** Of a line that was changed rather than added or removed: which of its words. */
  words: { change: "same" | "changed"; text: string }[] | null;
}

/** How two revisions differ. */
export interface Difference {
  title: { from: string; to: string } | null;
  summary: { from: string; to: string } | null;
  lines: DifferenceLine[];
}

/** One revision whole. */
export interface RevisionView extends RevisionRow {
  summary: string;
  body: string;
  /** Safe HTML. */
  html: string;
}

/** A collection as it is edited. */
export interface CollectionRow {
  id: string;
  slug: string;
  name: string;
  description: string;
  icon: string;
  parentId: string | null;
  productId: string | null;
  deskId: string;
  position: number;
  articles: number;
}

/** What an import did. */
export interface ImportReport {
  added: number;
  changed: number;
  same: number;
  collections: number;
  /** What could not be resolved; files in order. */
  problems: ImportProblem[];
  seconds: number;
}

/** Something of an import that could not be resolved. */
export interface ImportProblem {
  /** Path of the article's file. */
  file: string;
  /** In it, from 1; left out for what is about all of it. */
  line?: number;
  kind: "link" | "picture" | "file";
  why: ImportProblemReason;
  /** The address, the key or the value. */
  what: string;
}

/** What an import tells while it runs, a line of JSON each; the last is the report or what went wrong. */
export type ImportLine =
  | { progress: { done: number; total: number } }
  | { report: ImportReport }
  | { problem: { code: string; data: unknown } };

/** How articles do, for those who write them. */
export interface Figures {
  /** Views, and votes by day, oldest first. */
  days: { day: string; views: number; helpful: number; unhelpful: number; tickets: number }[];
  totals: { views: number; helpful: number | null; tickets: number; avoided: number };
  /** The first by each measure. */
  articles: {
    id: string;
    title: string;
    views: number;
    helpful: number;
    unhelpful: number;
    /** Tickets that were written after it was read. */
    tickets: number;
    /** Tickets that an agent answered with it. */
    answered: number;
  }[];
  /** Bytes of their files; `max` is what one desk may have, null where they are of more than one. */
  storage: { used: number; max: number | null };
  /** What readers said with a vote that says no; newest first. */
  comments: { articleId: string; title: string; reason: VoteReason | null; comment: string | null; at: string }[];
}
