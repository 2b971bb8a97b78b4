import { FetchError, guardedFetch, type Network } from "../core/guarded-fetch.ts";
import type { JobPayloads } from "../core/jobs.ts";
import { enqueueIn } from "../core/outbox.ts";
import type { System } from "../core/system.ts";
import { changed } from "../search/changed.ts";
import { judged, type Outcome, outcomeOf } from "./rules.ts";
import { USER_AGENT } from "./site.ts";

const REQUEST = { maxBytes: 0, timeoutMs: 10_000, redirects: 5, headers: { "user-agent": USER_AGENT, accept: "*/*" } };

/** Asks a link and keeps what came of it. */
export async function checkLink(
  system: System,
  { linkId }: JobPayloads["documentation.check-link"],
  network?: Network,
): Promise<void> {
  const { prisma } = system.db;
  const link = await prisma.productLink.findUnique({ where: { id: linkId } });
  if (!link) return;
  const after = judged(link, await probe(new URL(link.url), network));
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.productLink.updateMany({
      // Unless it has another address meanwhile.
      where: { id: linkId, url: link.url },
      data: { ...after, checkedAt: system.clock() },
    });
    if (count > 0 && after.state !== link.state) await enqueueIn(tx, changed("link", linkId));
  });
}

/** HEAD costs least; many servers do not know it, or say something else to it, so only a good answer to it counts. */
async function probe(url: URL, network?: Network): Promise<Outcome> {
  try {
    const { status } = await guardedFetch(url, { ...REQUEST, method: "HEAD" }, network);
    if (status >= 200 && status < 300) return { kind: "alive" };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.problem === "private-address") return { kind: "refused", problem: error.problem };
  }
  try {
    return outcomeOf((await guardedFetch(url, { ...REQUEST, method: "GET" }, network)).status);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { kind: error.problem === "private-address" ? "refused" : "failed", problem: error.problem };
  }
}
