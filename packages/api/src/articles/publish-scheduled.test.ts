import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobPayloads } from "../core/jobs.ts";
import { drafts, publishes, saves } from "../testing/articles.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { archiveArticle } from "./archive.ts";
import { getArticle } from "./get.ts";
import { publishArticle } from "./publish.ts";
import { publishScheduled } from "./publish-scheduled.ts";
import { setReview } from "./set-review.ts";
import { unscheduleArticle } from "./unschedule.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const AT = new Date(Date.now() + 3_600_000).toISOString();
const get = (id: string) => getArticle(world.as(world.developer), { id });

/** The jobs that were committed to publish an article, with when they start. */
async function jobsOf(articleId: string) {
  const rows = await world.system.db.prisma.outbox.findMany({
    where: { name: "articles.publish" },
    orderBy: { id: "asc" },
  });
  const jobs = rows.map((row) => ({
    payload: row.payload as unknown as JobPayloads["articles.publish"],
    at: row.startAt,
  }));
  return jobs.filter(({ payload }) => payload.articleId === articleId);
}

async function runAll(articleId: string) {
  for (const { payload } of await jobsOf(articleId)) await publishScheduled(world.system, payload);
}

test("what is set for a time is published then, and not before", async () => {
  const { id } = await drafts(world);
  const set = await publishArticle(world.as(world.developer), { id, revision: 1, at: AT });
  expect(set).toEqual({ publishedRevision: null, publishAt: AT });
  expect(await get(id)).toMatchObject({ state: "draft", live: false, publishAt: AT });
  const [job] = await jobsOf(id);
  expect(Math.abs((job?.at.getTime() ?? 0) - Date.parse(AT))).toBeLessThan(5_000);
  await runAll(id);
  expect(await get(id)).toMatchObject({ state: "published", live: true, publishAt: null });
  // A job that runs twice does nothing the second time.
  const { updatedAt } = await get(id);
  await runAll(id);
  expect((await get(id)).updatedAt).toBe(updatedAt);
});

test("a time that has passed is now", async () => {
  const { id } = await drafts(world);
  await publishArticle(world.as(world.developer), { id, revision: 1, at: "2020-01-01T00:00:00Z" });
  expect(await get(id)).toMatchObject({ live: true, publishAt: null });
  expect(await jobsOf(id)).toEqual([]);
});

test("a time that is taken back publishes nothing, and there is none to take back twice", async () => {
  const { id } = await drafts(world);
  await publishArticle(world.as(world.developer), { id, revision: 1, at: AT });
  expect((await get(id)).may.unschedule).toBe(true);
  await unscheduleArticle(world.as(world.developer), { id });
  await runAll(id);
  expect(await get(id)).toMatchObject({ state: "draft", live: false, publishAt: null, may: { unschedule: false } });
  await expect(unscheduleArticle(world.as(world.developer), { id })).rejects.toMatchObject({
    code: "TRANSITION_NOT_ALLOWED",
  });
});

test("another time takes the place of the first", async () => {
  const { id } = await drafts(world);
  const later = new Date(Date.parse(AT) + 60_000).toISOString();
  await publishArticle(world.as(world.developer), { id, revision: 1, at: AT });
  await publishArticle(world.as(world.developer), { id, revision: 1, at: later });
  const [first, second] = await jobsOf(id);
  if (first) await publishScheduled(world.system, first.payload);
  expect(await get(id)).toMatchObject({ live: false, publishAt: later });
  if (second) await publishScheduled(world.system, second.payload);
  expect(await get(id)).toMatchObject({ live: true });
});

test.each([
  ["saved again", (id: string) => saves(world.as(world.colleague), id, "Second.")],
  ["archived", (id: string) => archiveArticle(world.as(world.colleague), { id })],
])("nothing is published that was %s meanwhile", async (_, change) => {
  const { id } = await drafts(world);
  await publishArticle(world.as(world.developer), { id, revision: 1, at: AT });
  await change(id);
  expect((await get(id)).publishAt).toBeNull();
  await runAll(id);
  expect((await get(id)).live).toBe(false);
});

test("what is live stays as it is until the newer revision's time comes", async () => {
  const { id } = await publishes(world);
  await saves(world.as(world.developer), id, "Second.");
  await publishArticle(world.as(world.developer), { id, revision: 2, at: AT });
  expect(await get(id)).toMatchObject({ live: true, publishedRevision: 1, revision: 2 });
  await runAll(id);
  expect(await get(id)).toMatchObject({ live: true, publishedRevision: 2 });
});

test("what somebody may no longer publish, their job does not publish, and the time is taken away", async () => {
  const leaver = await createPerson(world.system, "developer", "Lars Leaver");
  await join(world.system, world.deskId, leaver);
  const left = await drafts(world, {}, leaver);
  await publishArticle(world.as(leaver), { id: left.id, revision: 1, at: AT });
  await world.system.db.prisma.deskMember.deleteMany({ where: { personId: leaver.personId } });
  const reviewed = await drafts(world);
  await publishArticle(world.as(world.developer), { id: reviewed.id, revision: 1, at: AT });
  await setReview(world.as(world.admin), { deskId: world.deskId, reviews: true });
  for (const { id } of [left, reviewed]) {
    await runAll(id);
    expect(await get(id)).toMatchObject({ live: false, publishAt: null, state: "draft" });
  }
  await setReview(world.as(world.admin), { deskId: world.deskId, reviews: false });
});
