import type { App } from "./actor.ts";

/** Every job and what it carries. The worker fails to compile until it handles each. */
export interface JobPayloads {
  /** Tell the other side of a conversation by mail about what it has not read. */
  "notifications.mail-unread": { conversationId: string; side: "requester" | "agents" };
  /** Mail a sign-in link, if anyone has the address. */
  "people.mail-sign-in-link": { email: string; url: string; app: App };
}

export type JobName = keyof JobPayloads;

/** A job to commit together with its cause. */
export interface Job<Name extends JobName = JobName> {
  name: Name;
  payload: JobPayloads[Name];
  /** Seconds to wait before it runs. */
  delay?: number;
  /** Jobs of one name and key that still wait are one job. */
  key?: string;
}
