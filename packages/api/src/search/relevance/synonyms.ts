import { DomainError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import type { Context } from "../../core/transact.ts";
import { normal } from "../normal.ts";
import type { Synonym } from "../schema.ts";
import { forgetVocabulary } from "../vocabulary.ts";

/** Words that mean the same, newest first. */
export function listSynonyms({ system }: Context): Promise<Synonym[]> {
  return system.db.prisma.searchSynonym.findMany({ select: { id: true, words: true }, orderBy: { id: "desc" } });
}

/**
 * Adds words that mean the same, or changes some.
 *
 * @throws NOT_FOUND for some that are gone.
 */
export async function saveSynonym(
  { system }: Context,
  input: { id?: string | undefined; words: readonly string[] },
): Promise<Synonym> {
  const words = [...new Set(input.words.map(normal))].filter((word) => word !== "");
  const id = input.id ?? newId();
  if (input.id) {
    const { count } = await system.db.prisma.searchSynonym.updateMany({ where: { id }, data: { words } });
    if (count === 0) throw new DomainError("NOT_FOUND");
  } else await system.db.prisma.searchSynonym.create({ data: { id, words } });
  forgetVocabulary(system);
  return { id, words };
}

/** Words that mean the same no longer. */
export async function removeSynonym({ system }: Context, { id }: { id: string }): Promise<void> {
  await system.db.prisma.searchSynonym.deleteMany({ where: { id } });
  forgetVocabulary(system);
}
