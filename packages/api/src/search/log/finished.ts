import { newId } from "../../core/ids.ts";
import { takeFromLimit } from "../../core/rate-limit.ts";
import { networkOf, type ReaderContext } from "../../core/reader.ts";
import { normal } from "../normal.ts";

/** Longer than this (UTF-16 code units) is no search but a text that somebody pasted; its words are theirs. */
const LONGEST = 120;

/**
 * Writes down a search that somebody has finished typing: what and how much was found, never who it was. What is an address,
 * or long enough to tell of somebody, is not kept.
 *
 * @returns the id by which is told what came of it; null for what is not kept.
 * @throws RATE_LIMITED
 */
export async function finished(
  context: ReaderContext,
  input: { text: string; found: number },
): Promise<{ searchId: string | null }> {
  await limitTelling(context);
  const query = normal(input.text);
  if (query === "" || query.length > LONGEST || /\S@\S|\d{7}/.test(query)) return { searchId: null };
  const searchId = newId();
  const { system, app } = context;
  await system.db.prisma.searchLog.create({
    data: { id: searchId, query, app, found: input.found, at: system.clock() },
  });
  return { searchId };
}

/** Nobody searches to the end more often than this in a minute; one network could otherwise fill the figures. */
export function limitTelling(context: ReaderContext): Promise<void> {
  const key = `search:${context.actor?.personId ?? networkOf(context)}`;
  return takeFromLimit(context.system, { key, max: 120, windowSeconds: 60 });
}
