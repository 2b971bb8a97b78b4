import { DomainError } from "../core/errors.ts";
import type { JobPayloads } from "../core/jobs.ts";
import type { System } from "../core/system.ts";
import { publishArticle } from "./publish.ts";

/** Publishes what was to be published at a time, unless it was changed, published or set for another time since. */
export async function publishScheduled(system: System, job: JobPayloads["articles.publish"]): Promise<void> {
  const { articleId: id, revision, at, personId } = job;
  const { prisma } = system.db;
  const still = { id, revision, publishAt: new Date(at) };
  if ((await prisma.article.count({ where: still })) === 0) return;
  const { name, role } = await prisma.person.findUniqueOrThrow({ where: { id: personId } });
  const actor = { personId, name, role, app: "console", sessionId: "" } as const;
  try {
    await publishArticle({ system, actor }, { id, revision });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Whoever set the time may not publish it any more: it stays a draft, and its list says so.
    await prisma.article.updateMany({ where: still, data: { publishAt: null } });
  }
}
