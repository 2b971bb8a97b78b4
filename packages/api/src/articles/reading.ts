import type { ArticleKind, Audience, SitemapKind } from "./schema.ts";

/** A heading of an article, for its table of contents. */
export interface Heading {
  /** Its anchor. */
  id: string;
  text: string;
  /** 2 for a section, 3 for what is under one … */
  level: number;
}

/** An article in a list for readers. */
export interface ArticleCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  kind: ArticleKind;
  updatedAt: string;
}

/** A collection as readers see it: only with what they may read in it. */
export interface CollectionCard {
  slug: string;
  name: string;
  description: string;
  icon: string;
  /** Articles in it and its sections. */
  articles: number;
}

/** The start page of the help centre, or of one product in it. */
export interface HelpHome {
  product: { id: string; slug: string; name: string; hue: number; tagline: string } | null;
  collections: CollectionCard[];
  /** Read most in the last thirty days. */
  popular: ArticleCard[];
  /** Those that are in no collection. */
  others: ArticleCard[];
  /** Products that have articles or documentation of their own; empty for one product. */
  products: { slug: string; name: string; hue: number; tagline: string; articles: number }[];
}

/** One collection for readers: articles of its own, then those of its sections. */
export interface CollectionView extends CollectionCard {
  parent: { slug: string; name: string } | null;
  product: { slug: string; name: string } | null;
  articles: number;
  own: ArticleCard[];
  sections: { slug: string; name: string; description: string; articles: ArticleCard[] }[];
}

/** One article for readers. */
export interface ArticleView extends ArticleCard {
  audience: Audience;
  /** Safe HTML. */
  html: string;
  headings: Heading[];
  product: { id: string; slug: string; name: string } | null;
  /** From the outermost collection to the section it is in. */
  path: { slug: string; name: string }[];
  related: ArticleCard[];
  publishedAt: string;
  verifiedAt: string | null;
  /** Who answers for it: the desk. */
  desk: string;
  /** How this reader voted. */
  vote: boolean | null;
}

/** What an address leads to: an article, or the address that it has now. */
export type ArticleAnswer = { article: ArticleView } | { movedTo: string };

/** A public article, for the feed. */
export interface PublishedArticle extends ArticleCard {
  publishedAt: string;
}

/** A part of the sitemap, from what has this id on. */
export interface SitemapPart {
  kind: SitemapKind;
  from: string;
}

/** Something that anybody may read, by its address. */
export interface SitemapAddress {
  slug: string;
  updatedAt: string | null;
}
