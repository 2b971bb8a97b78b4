import type { Thing } from "../search/changed.ts";
import type { App } from "./actor.ts";

/** Every job and what it carries. The worker fails to compile until it handles each. */
export interface JobPayloads {
  /** Ask a link of a product's documentation whether it is alive. */
  "documentation.check-link": { linkId: string };
  /** Read a part of a documentation site: it goes on with further jobs until it is read. */
  "documentation.read-source": { sourceId: string };
  /** Publish a revision at the time that was set, unless something changed since; as the person who set it. */
  "articles.publish": { articleId: string; revision: number; at: string; personId: string };
  /** Somebody asked for a review: tell those who may publish the article. */
  "articles.mail-review": { articleId: string; personId: string };
  /** Somebody published a revision that was in review, or sent it back: tell who wrote it. */
  "articles.mail-reviewed": {
    articleId: string;
    revision: number;
    personId: string;
    outcome: "published" | "sent-back";
    reason: string;
  };
  /** Somebody had read an article and wrote a ticket all the same. */
  "articles.asked": { articleId: string; conversationId: string };
  /** Tell the other side of a conversation by mail about what it has not read. */
  "notifications.mail-unread": { conversationId: string; side: "requester" | "agents" };
  /** Mail a sign-in link, if anyone has the address. */
  "people.mail-sign-in-link": { email: string; url: string; app: App };
  /** Something that can be found is not any more what the search index has of it. */
  "search.index": { thing: Thing; id: string };
}

export type JobName = keyof JobPayloads;

/** Jobs that search/indexer.ts takes from the outbox by itself: a change is to be found within a second. */
export const INDEXED = ["search.index"] as const satisfies readonly JobName[];

/** Jobs that go through the job queue. */
export type QueuedJob = Exclude<JobName, (typeof INDEXED)[number]>;

/** A job to commit together with its cause. */
export interface Job<Name extends JobName = JobName> {
  name: Name;
  payload: JobPayloads[Name];
  /** Seconds to wait before it runs. */
  delay?: number;
  /** Jobs of one name and key that still wait are one job. */
  key?: string;
}
