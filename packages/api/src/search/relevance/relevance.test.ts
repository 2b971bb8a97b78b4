import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSystem } from "../../server/create-system.ts";
import { publishes, reads } from "../../testing/articles.ts";
import { finds, indexed, searches } from "../../testing/search.ts";
import { testSettings } from "../../testing/settings.ts";
import { opens } from "../../testing/talk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { answered } from "../answers/answered.ts";
import { finished } from "../log/finished.ts";
import { opened } from "../log/outcome.ts";
import { dismissMiss, listMisses } from "./misses.ts";
import { addPromotion, listPromotions, removePromotion } from "./promotions.ts";
import { addStopWord, listStopWords, removeStopWord } from "./stop-words.ts";
import { listSynonyms, removeSynonym, saveSynonym } from "./synonyms.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.system.db.pool.query("TRUNCATE search_log, rate_limit, search_dismissal");
});

const admin = () => world.as(world.admin);
const missed = async (...texts: string[]) => {
  for (const text of texts) await finished(reads(world, world.customer), { text, found: 0 });
};

test("a synonym finds what is called otherwise, at once here and within five seconds in every process", async () => {
  const { id } = await publishes(world, { title: "Ask for a refund", body: "You get it within a week." });
  await indexed(world);
  const { url: databaseUrl } = world.database;
  const elsewhere = await createSystem({ databaseUrl, settings: testSettings(), name: "test elsewhere" });
  const there = () => finds({ ...world, system: elsewhere }, world.customer, "zibbet");
  expect(await there()).toEqual([]);
  const synonym = await saveSynonym(admin(), { words: ["Zibbet", "refund "] });
  expect(synonym.words).toEqual(["zibbet", "refund"]);
  expect(await finds(world, world.customer, "zibbet")).toEqual([`article:${id}`]);
  await expect.poll(there, { timeout: 5_000, interval: 50 }).toEqual([`article:${id}`]);
  await elsewhere.close();

  await saveSynonym(admin(), { id: synonym.id, words: ["quarrock", "refund"] });
  expect(await listSynonyms(admin())).toEqual([{ id: synonym.id, words: ["quarrock", "refund"] }]);
  expect(await finds(world, world.customer, "zibbet")).toEqual([]);
  await removeSynonym(admin(), { id: synonym.id });
  expect(await finds(world, world.customer, "quarrock")).toEqual([]);
  await expect(saveSynonym(admin(), synonym)).rejects.toMatchObject({ code: "NOT_FOUND" });
}, 15_000);

test("a stop word is left out of a search", async () => {
  await addStopWord(admin(), { word: "Kindly" });
  await addStopWord(admin(), { word: "kindly" });
  expect(await listStopWords(admin())).toEqual(["kindly"]);
  await publishes(world, { title: "Kindly behaviour" });
  await indexed(world);
  expect(await finds(world, world.customer, "kindly")).toEqual([]);
  await removeStopWord(admin(), { word: "kindly" });
  expect(await finds(world, world.customer, "kindly")).toHaveLength(1);
});

test("a promoted article stands first for its search alone, once, and only for whom it is meant", async () => {
  const first = await publishes(world, { title: "Quokka quokka quokka" });
  const second = await publishes(world, { title: "Something about a quokka" });
  const hidden = await publishes(world, { title: "Quokka for agents", audience: "agents" });
  await indexed(world);
  for (const articleId of [second.id, second.id, hidden.id])
    await addPromotion(admin(), { query: " Quokka", articleId });
  const { hits, total } = await searches(world, world.customer, "quokka");
  expect(hits.map(({ id, promoted }) => [id, promoted])).toEqual([
    [`article:${second.id}`, true],
    [`article:${first.id}`, false],
  ]);
  expect(total).toBe(2);
  expect((await searches(world, world.developer, "quokka")).total).toBe(3);
  expect((await searches(world, world.customer, "a quokka")).hits.every(({ promoted }) => !promoted)).toBe(true);
  const pages = [0, 1].map((offset) => finds(world, world.customer, { text: "quokka", limit: 1, offset }));
  expect((await Promise.all(pages)).flat()).toEqual([`article:${second.id}`, `article:${first.id}`]);
  for (const { id } of await listPromotions(admin())) await removePromotion(admin(), { id });
  expect((await searches(world, world.customer, "quokka")).hits[0]?.id).toBe(`article:${first.id}`);
});

test("searches that found nothing are listed by how often, until they find something or nobody wants to hear of them", async () => {
  await missed("vuvuzela", "vuvuzela", "didgeridoo", "Vuvuzela ");
  expect(await listMisses(admin(), { days: 30 })).toMatchObject([
    { query: "vuvuzela", times: 3, proposal: null },
    { query: "didgeridoo", times: 1 },
  ]);
  await dismissMiss(admin(), { query: "didgeridoo" });
  expect(await listMisses(admin(), { days: 30 })).toHaveLength(1);
  await publishes(world, { title: "Play the vuvuzela" });
  await indexed(world);
  expect(await listMisses(admin(), { days: 30 })).toEqual([]);
});

test("words of tickets that an article solved propose how that article is found", async () => {
  const { id: articleId } = await publishes(world, { title: "Get your invoice" });
  for (let i = 0; i < 2; i++) {
    const body = "I need the fapiao for my accountant.";
    const conversationId = await opens(world.as(world.customer), {
      productId: world.productId,
      subject: "Fapiao",
      body,
    });
    await answered(world.as(world.developer), { conversationId, articleId });
  }
  await indexed(world);
  await missed("fapiao");
  expect(await listMisses(admin(), { days: 30 })).toMatchObject([{ query: "fapiao", proposal: "invoice" }]);
  // How people search for it says it better than its title.
  const { searchId } = await finished(reads(world, world.customer), { text: "tax receipt", found: 2 });
  await opened(reads(world, world.customer), { searchId: searchId ?? "", document: `article:${articleId}`, place: 1 });
  expect(await listMisses(admin(), { days: 30 })).toMatchObject([{ query: "fapiao", proposal: "tax receipt" }]);
});
