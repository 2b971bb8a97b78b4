import type { SourceKind } from "../schema.ts";
import { MAX_PAGES } from "../schema.ts";
import { LIMITS } from "../site.ts";
import { expectOk, type SiteVisit } from "./site-visit.ts";
import { unpacked } from "./text-of.ts";

/**
 * The pages that a site lists and lets us read, in their order. A list of lists is followed once; a list of it that cannot
 * be had is left out, as long as another can.
 *
 * @throws FetchError, StatusError
 */
export async function listPages(visit: SiteVisit, { url, kind }: { url: string; kind: SourceKind }): Promise<string[]> {
  const { pages, lists } = await readList(visit, url, kind);
  const found = [...pages];
  let failure: unknown;
  const until = performance.now() + LIMITS.listsMs;
  for (const list of await visit.allowed(lists)) {
    if (found.length >= 20 * MAX_PAGES || performance.now() > until) break;
    try {
      found.push(...(await readList(visit, list, kind)).pages);
    } catch (error) {
      failure = error;
    }
  }
  if (found.length === 0 && failure) throw failure;
  return (await visit.allowed(found)).slice(0, MAX_PAGES);
}

async function readList(visit: SiteVisit, url: string, kind: SourceKind) {
  const answer = await visit.get(new URL(url), { maxBytes: LIMITS.listBytes });
  expectOk(answer);
  const text = await unpacked(answer, LIMITS.listBytes);
  if (kind === "sitemap") return visit.thread.call("sitemap", { text });
  return visit.thread.call("llms", { text, url: answer.url.href });
}
