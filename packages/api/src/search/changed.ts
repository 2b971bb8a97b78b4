import type { Job } from "../core/jobs.ts";

/** What the index holds documents of. People and numbers are looked up, not indexed. */
export type Thing = "article" | "conversation" | "link" | "page" | "product";

/**
 * The job that tells the index to look at something again; commit it with every change of what can be found, and of who may
 * find it. One that is gone is taken out.
 */
export function changed(thing: Thing, id: string): Job<"search.index"> {
  return { name: "search.index", payload: { thing, id } };
}
