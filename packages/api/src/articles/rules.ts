import type { App, Role } from "../core/actor.ts";
import type { ArticleRights, ArticleState, Audience } from "./schema.ts";

/** What of an article decides who may read it. */
export interface Readable {
  audience: Audience;
  deskId: string;
  /** Whether it has a page: only then it can be read at all. */
  live: boolean;
}

/** Who reads, as loaded now; null for a visitor. */
export interface Reader {
  role: Role;
  app: App;
  /** The desks they are a member of. */
  deskIds: readonly string[];
}

/** Whether somebody may read an article. `readableTo` of access.ts is the same in SQL. */
export function mayRead(reader: Reader | null, { audience, deskId, live }: Readable): boolean {
  if (!live) return false;
  const inConsole = reader?.app === "console";
  switch (audience) {
    case "public":
      return true;
    case "customers":
      return reader !== null;
    case "developers":
      return inConsole && reader.role !== "customer";
    case "agents":
      return inConsole && (reader.role === "admin" || reader.deskIds.includes(deskId));
  }
}

/** Who wants to write in a desk: their role, and their tier where they are its member. */
export interface Writer {
  personId: string;
  role: Role;
  app: App;
  tier: number | null;
}

/** Whether somebody writes the articles of a desk: its members do, and admins everywhere. */
export function writes({ app, role, tier }: Writer): boolean {
  return app === "console" && (role === "admin" || tier !== null);
}

/** What of an article decides what a writer may do with it. */
export interface Writable {
  state: ArticleState;
  live: boolean;
  /** Whether its desk has articles reviewed. */
  reviews: boolean;
  /** Who wrote the newest revision. */
  writerId: string;
}

/** What a writer may want; the rest depends on the state alone. */
export type ArticleAction = "view" | "write" | "publish";

/** Whether a writer may do something to an article of theirs: with reviews, somebody else than its writer publishes it, or an admin. */
export function may(writer: Writer, article: Writable, action: ArticleAction): boolean {
  switch (action) {
    case "view":
    case "write":
      return true;
    case "publish":
      return !article.reviews || writer.role === "admin" || writer.personId !== article.writerId;
  }
}

/** Everything that a writer may do now, for the screen to offer. */
export function rightsOf(writer: Writer, article: Writable & { publishAt: Date | null }): ArticleRights {
  const { state, live, publishAt } = article;
  const archived = state === "archived";
  return {
    save: !archived,
    publish: !archived && may(writer, article, "publish"),
    requestReview: state === "draft",
    sendBack: state === "in_review",
    unschedule: publishAt !== null,
    unpublish: live && !archived,
    archive: !archived,
    unarchive: archived,
  };
}

/** Whether a member may say that a desk reviews its articles: those of its highest tier, and admins. */
export function maySetReview(writer: Writer, { tiers }: { tiers: number }): boolean {
  return writer.role === "admin" || (writer.tier !== null && writer.tier >= tiers);
}
