import type { Context } from "../../core/transact.ts";
import { normal } from "../normal.ts";
import { forgetVocabulary } from "../vocabulary.ts";

/** Words that a search leaves out, besides those of the language. */
export async function listStopWords({ system }: Context): Promise<string[]> {
  const rows = await system.db.prisma.searchStopWord.findMany({ orderBy: { word: "asc" } });
  return rows.map(({ word }) => word);
}

/** Leaves a word out from now on. */
export async function addStopWord({ system }: Context, input: { word: string }): Promise<void> {
  const word = normal(input.word);
  if (word !== "") await system.db.prisma.searchStopWord.createMany({ data: { word }, skipDuplicates: true });
  forgetVocabulary(system);
}

/** Searches for a word again. */
export async function removeStopWord({ system }: Context, { word }: { word: string }): Promise<void> {
  await system.db.prisma.searchStopWord.deleteMany({ where: { word: normal(word) } });
  forgetVocabulary(system);
}
