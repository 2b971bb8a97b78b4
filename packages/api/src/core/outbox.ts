import type { Job, JobName } from "./jobs.ts";
import type { System } from "./system.ts";

/** Commits a job that belongs to no conversation; within one, `enqueue` of core/record.ts does it. */
export async function enqueueAlone<Name extends JobName>(system: System, job: Job<Name>): Promise<void> {
  await system.db.prisma.outbox.create({
    data: {
      name: job.name,
      payload: { ...job.payload },
      startAt: new Date(system.clock().getTime() + (job.delay ?? 0) * 1000),
      singletonKey: job.key ?? null,
    },
  });
}
