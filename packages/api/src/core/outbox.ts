import type { Prisma } from "@mintreu/db/generated/client";
import type { Job, JobName } from "./jobs.ts";
import type { System } from "./system.ts";

/** Commits a job that belongs to no conversation; within one, `enqueue` of core/record.ts does it. */
export async function enqueueAlone<Name extends JobName>(system: System, job: Job<Name>): Promise<void> {
  await system.db.prisma.outbox.create({ data: rowOf(job, system.clock()) });
}

/** Commits jobs together with what caused them, in a transaction of Prisma. */
export async function enqueueIn(tx: Prisma.TransactionClient, ...jobs: readonly Job[]): Promise<void> {
  const now = new Date();
  await tx.outbox.createMany({ data: jobs.map((job) => rowOf(job, now)) });
}

function rowOf(job: Job, now: Date): Prisma.OutboxCreateManyInput {
  return {
    name: job.name,
    payload: { ...job.payload },
    startAt: new Date(now.getTime() + (job.delay ?? 0) * 1000),
    singletonKey: job.key ?? null,
  };
}
