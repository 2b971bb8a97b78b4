import type { ClientBase } from "pg";
import type { DocumentKind, Highlighted } from "./schema.ts";

/**
 * One thing that can be found, as an engine keeps it. What different people may see of one conversation are documents of
 * their own, with one `group`: a note is never in the same document as what the requester may read.
 */
export interface SearchDocument {
  /** Such as `article:0190…` or `conversation:0190…:public`. */
  id: string;
  kind: DocumentKind;
  /** Documents of one group are one thing: found once, counted once. */
  group: string;
  title: string;
  headings: readonly string[];
  body: string;
  /** Who may find it: whoever holds one of these, see search/readers.ts. Never empty. */
  readers: readonly string[];
  deskId: string | null;
  productId: string | null;
  /** An open conversation; everything else is not. */
  open: boolean;
  /** ISO 8601. */
  updatedAt: string;
}

/** Words as editors set them, for every search. */
export interface Vocabulary {
  synonyms: readonly (readonly string[])[];
  stopWords: ReadonlySet<string>;
}

/** What an engine is asked. */
export interface EngineQuery {
  text: string;
  /** What the reader holds; a document is found by one that is in both. */
  readers: readonly string[];
  vocabulary: Vocabulary;
  kinds?: readonly DocumentKind[];
  productId?: string;
  deskId?: string;
  open?: boolean;
  /** Groups to leave out. */
  without?: readonly string[];
  limit: number;
  offset: number;
}

/** One group that was found, by its best document. */
export interface EngineHit {
  id: string;
  group: string;
  kind: DocumentKind;
  score: number;
  title: Highlighted;
  excerpt: Highlighted;
}

/** What an engine found, of what the reader may see. */
export interface EngineResult {
  hits: EngineHit[];
  /** Groups; exact up to a thousand. */
  total: number;
  kinds: Partial<Record<DocumentKind, number>>;
  /** Groups by product id. */
  products: Record<string, number>;
  suggestion: string | null;
}

/** What an engine is asked for things that are like a text. */
export interface LikeQuery {
  /** What the text is about, as text/words.ts writes words. What is said twice counts twice. */
  words: readonly string[];
  readers: readonly string[];
  kinds?: readonly DocumentKind[];
  /** Groups to leave out. */
  without?: readonly string[];
  limit: number;
}

/** One group that is like it, by its best document. */
export interface LikeHit {
  id: string;
  group: string;
  /** How much of the words it has, 0 to 1: one that is in few documents counts for more, and so does one in its title. */
  likeness: number;
}

/** A second index that is filled beside the live one. While it is, `write` of the engine goes to both. */
export interface Rebuilding {
  /** Writes documents, unless `write` of the engine has already brought newer ones. */
  add(documents: readonly SearchDocument[]): Promise<void>;
  /** Makes it the live one, and drops the other. */
  swap(): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

/** What searches. PostgreSQL (postgres-engine.ts) and Typesense (typesense-engine.ts) do the same: testing/engine-suite.ts. */
export interface SearchEngine {
  readonly name: "postgres" | "typesense";
  /** Puts documents in, replacing those of the same id, and takes others out. Done when a search finds it so. */
  write(documents: readonly SearchDocument[], removed: readonly string[]): Promise<void>;
  search(query: EngineQuery): Promise<EngineResult>;
  /** What has most of some words, whichever they are, as they are: nothing is corrected or completed. The most alike first. */
  like(query: LikeQuery): Promise<LikeHit[]>;
  /** Whether it holds nothing at all, so that the worker fills it. */
  isEmpty(): Promise<boolean>;
  /** @throws Error when another rebuild is under way. */
  rebuild(): Promise<Rebuilding>;
}

/** The engine in our own database: it can write in the transaction that takes the change from the outbox. */
export interface OwnEngine extends SearchEngine {
  readonly name: "postgres";
  /** `write` within the transaction that the client is in; commits nothing. */
  writeIn(client: ClientBase, documents: readonly SearchDocument[], removed: readonly string[]): Promise<void>;
  /**
   * In how many of the documents that somebody may see each of some words is, as text/words.ts writes them, without those that
   * are in none. What they may not see changes nothing: by what is chosen for a search they could learn of it.
   */
  documentsWith(words: readonly string[], readers: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
