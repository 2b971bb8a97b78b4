import { type Db, PgBoss } from "pg-boss";
import { mailReview } from "../articles/mail-review.ts";
import { mailReviewed } from "../articles/mail-reviewed.ts";
import { publishScheduled } from "../articles/publish-scheduled.ts";
import { recordTicket } from "../articles/record-ticket.ts";
import type { JobPayloads, QueuedJob } from "../core/jobs.ts";
import { logError } from "../core/log.ts";
import type { System } from "../core/system.ts";
import { checkLink } from "../documentation/check-link.ts";
import { readSource } from "../documentation/read-source.ts";
import { mailUnread } from "../notifications/mail-unread.ts";
import { mailSignInLink } from "../people/request-sign-in.ts";
import { SCHEDULE } from "../schedule.ts";
import { relay } from "./relay.ts";

type Handler<Name extends QueuedJob> = (system: System, payload: JobPayloads[Name], jobId: string) => Promise<void>;

/** Who does each job. */
const HANDLERS: { [Name in QueuedJob]: Handler<Name> } = {
  "articles.publish": (system, payload) => publishScheduled(system, payload),
  "articles.mail-review": (system, payload, jobId) => mailReview(system, payload, jobId),
  "articles.mail-reviewed": (system, payload, jobId) => mailReviewed(system, payload, jobId),
  "articles.asked": (system, payload) => recordTicket(system, { ...payload, kind: "ended_in_ticket" }),
  "documentation.check-link": (system, payload) => checkLink(system, payload),
  "documentation.read-source": (system, payload) => readSource(system, payload),
  "notifications.mail-unread": (system, payload) => mailUnread(system, payload),
  "people.mail-sign-in-link": (system, payload, jobId) => mailSignInLink(system, payload, `sign-in:${jobId}`),
};

/**
 * "short": of the jobs with one key, one waits. A worker that was killed had its jobs in hand: after a minute, not the
 * queue's quarter of an hour, another takes them.
 */
const QUEUE = { policy: "short", retryLimit: 5, retryBackoff: true, expireInSeconds: 60 } as const;
const BATCH = 20;

/** Jobs that wait for others' servers: few in hand at a time, and longer before they are given to another. */
const SLOW: Partial<Record<QueuedJob, { batch: number; expireInSeconds: number }>> = {
  "documentation.check-link": { batch: 5, expireInSeconds: 180 },
  "documentation.read-source": { batch: 1, expireInSeconds: 180 },
};

/** Jobs that run until stopped. */
export interface RunningJobs {
  stop(): Promise<void>;
}

/** Runs the job queue: moves what was committed into it, does it, and keeps the schedule. */
export async function startJobs(system: System): Promise<RunningJobs> {
  const boss = new PgBoss({ db: executorOf(system) });
  // Jobs are retried by the queue; what it reports here is for the log.
  boss.on("error", (error) => logError("jobs", error));
  await boss.start();
  for (const name of Object.keys(HANDLERS) as QueuedJob[]) await work(system, boss, name);
  const relaying = relay(system, boss);
  const recurring = SCHEDULE.map(({ everySeconds, run }) =>
    setInterval(() => run(system).catch((error) => logError("schedule", error)), everySeconds * 1000),
  );
  return {
    stop: async () => {
      for (const timer of recurring) clearInterval(timer);
      await relaying.stop();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** pg-boss on our own connections. */
function executorOf({ db }: System): Db {
  return { executeSql: (text, values) => db.pool.query(text, values) };
}

async function work<Name extends QueuedJob>(system: System, boss: PgBoss, name: Name): Promise<void> {
  const { batch = BATCH, ...longer } = SLOW[name] ?? {};
  if (!(await boss.getQueue(name))) await boss.createQueue(name, { ...QUEUE, ...longer });
  await boss.work<JobPayloads[Name]>(name, { batchSize: batch, pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await HANDLERS[name](system, job.data, job.id).catch((error) => fail(name, error));
  });
}

/** The queue keeps what a job threw, in a table: no more than that it failed is said there. */
function fail(name: QueuedJob, error: unknown): never {
  logError(name, error);
  throw new Error("failed; the log tells why");
}
