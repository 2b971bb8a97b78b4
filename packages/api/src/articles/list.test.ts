import { afterAll, beforeAll, expect, test } from "vitest";
import { manyArticles } from "../testing/many-articles.ts";
import { rowsRead } from "../testing/rows-read.ts";
import { createWorld, type World } from "../testing/world.ts";
import { listArticles } from "./list.ts";
import { saveCollection } from "./save-collection.ts";
import type { ListInput } from "./schema.ts";

let world: World;
let collectionId: string;

beforeAll(async () => {
  world = await createWorld();
  const about = { deskId: world.deskId, parentId: null, productId: null, description: "", icon: "key" as const };
  collectionId = (await saveCollection(world.as(world.developer), { ...about, name: "Seldom" })).id;
  // What is due, found or in the collection changed long ago: by the time of its change it would be looked for last.
  const seldom = (yes: string, no: string) => `CASE WHEN n > 19900 THEN ${yes} ELSE ${no} END`;
  await manyArticles(world, 20_000, {
    title: seldom("'The gramophone ' || n", "'Article ' || n"),
    collectionId: seldom(`'${collectionId}'`, "NULL"),
    verifiedAt: seldom("now() - n * interval '1 day'", "now()"),
  });
});
afterAll(() => world.close());

const EVERYTHING: ListInput = { due: false, search: "", cursor: undefined };

/** All that is listed, page by page. */
async function listed(input: Partial<ListInput>, actor = world.developer): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = await listArticles(world.as(actor), { ...EVERYTHING, ...input, cursor });
    titles.push(...rows.map(({ title }) => title));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return titles;
}

test("each page goes on where the one before ended: what is due by when, all else by its change", async () => {
  const gramophones = Array.from({ length: 100 }, (_, i) => `The gramophone ${19_901 + i}`);
  for (const actor of [world.developer, world.admin]) {
    expect(await listed({ search: "GRAMO the" }, actor)).toEqual(gramophones);
    expect(await listed({ collectionId }, actor)).toEqual(gramophones);
    expect(await listed({ due: true }, actor)).toEqual(gramophones.toReversed());
  }
});

test.each<[string, () => Partial<ListInput>]>([
  ["of a title's words", () => ({ search: "gramophone" })],
  ["of a word that is in none", () => ({ search: "phonograph" })],
  ["of a collection", () => ({ collectionId })],
  ["of what is due", () => ({ due: true })],
])("a page %s is found among many articles without reading through them", async (_, input) => {
  for (const actor of [world.developer, world.admin]) {
    const { rows } = await rowsRead(world.system, () => listArticles(world.as(actor), { ...EVERYTHING, ...input() }));
    // A page, what each of its rows shows, and what the filter finds in all.
    expect(rows).toBeLessThan(41 * 8 + 2 * 100);
  }
});
