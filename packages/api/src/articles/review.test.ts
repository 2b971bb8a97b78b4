import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drafts, publishes, saves } from "../testing/articles.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { archiveArticle } from "./archive.ts";
import { getArticle } from "./get.ts";
import { publishArticle } from "./publish.ts";
import { requestReview } from "./request-review.ts";
import { sendBack } from "./send-back.ts";
import { setDetails } from "./set-details.ts";
import { setReview } from "./set-review.ts";
import { unarchiveArticle } from "./unarchive.ts";
import { unpublishArticle } from "./unpublish.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => setReview(world.as(world.admin), { deskId: world.deskId, reviews: true }));
afterAll(() => world.close());

const stateOf = async (id: string) => {
  const { state, live } = await getArticle(world.as(world.developer), { id });
  return { state, live };
};
const FORBIDDEN = { code: "FORBIDDEN", data: { action: "publish" } };

test("with reviews on, whoever wrote the newest text cannot publish it, now or later; another member can", async () => {
  const { id } = await drafts(world);
  const own = world.as(world.developer);
  expect((await getArticle(own, { id })).may).toMatchObject({ publish: false, requestReview: true, save: true });
  await expect(publishArticle(own, { id, revision: 1 })).rejects.toMatchObject(FORBIDDEN);
  const later = publishArticle(own, { id, revision: 1, at: "2100-01-01T00:00:00Z" });
  await expect(later).rejects.toMatchObject(FORBIDDEN);
  await requestReview(own, { id, revision: 1 });
  await expect(publishArticle(own, { id, revision: 1 })).rejects.toMatchObject(FORBIDDEN);
  expect(await stateOf(id)).toEqual({ state: "in_review", live: false });
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  expect(await stateOf(id)).toEqual({ state: "published", live: true });
});

test("whoever changes what they look at has written it: somebody else looks at that", async () => {
  const { id } = await drafts(world);
  await saves(world.as(world.colleague), id, "Colin's words.");
  await expect(publishArticle(world.as(world.colleague), { id, revision: 2 })).rejects.toMatchObject(FORBIDDEN);
  await publishArticle(world.as(world.developer), { id, revision: 2 });
});

test("an admin publishes without", async () => {
  const { id } = await drafts(world, {}, world.admin);
  await publishArticle(world.as(world.admin), { id, revision: 1 });
  expect(await stateOf(id)).toEqual({ state: "published", live: true });
});

test("who else may read what is live is looked at, too", async () => {
  const { id } = await drafts(world, { audience: "agents" });
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  await expect(setDetails(world.as(world.developer), { id, audience: "public" })).rejects.toMatchObject(FORBIDDEN);
  await setDetails(world.as(world.developer), { id, kind: "tutorial" });
  await setDetails(world.as(world.colleague), { id, audience: "public" });
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({ audience: "public", kind: "tutorial" });
});

test("what is sent back is a draft again; what is out of date is not sent back", async () => {
  const { id } = await drafts(world);
  await requestReview(world.as(world.developer), { id, revision: 1 });
  await sendBack(world.as(world.colleague), { id, revision: 1, reason: "" });
  expect(await stateOf(id)).toEqual({ state: "draft", live: false });
  await expect(sendBack(world.as(world.colleague), { id, revision: 1, reason: "" })).rejects.toMatchObject({
    code: "TRANSITION_NOT_ALLOWED",
    data: { from: "draft", to: "draft" },
  });
  await saves(world.as(world.developer), id, "Second.");
  const stale = requestReview(world.as(world.developer), { id, revision: 1 });
  await expect(stale).rejects.toMatchObject({ code: "STALE_REVISION" });
});

test("why it was sent back is told until it is asked for again or published", async () => {
  const { id } = await drafts(world);
  const [own, other] = [world.as(world.developer), world.as(world.colleague)];
  const told = async () => (await getArticle(own, { id })).sentBack;
  const returned = async (reason = "") => {
    const { revision } = await getArticle(own, { id });
    await requestReview(own, { id, revision });
    expect(await told()).toBeNull();
    await sendBack(other, { id, revision, reason });
  };
  await requestReview(own, { id, revision: 1 });
  await sendBack(own, { id, revision: 1, reason: "" });
  expect(await told(), "its writer thought again").toBeNull();
  await returned();
  expect(await told()).toEqual({ by: world.colleague.name, reason: "" });
  await returned("  Which menu?\n");
  expect(await told()).toEqual({ by: world.colleague.name, reason: "Which menu?" });
  await saves(own, id, "Second.");
  expect(await told(), "while it is worked on").toMatchObject({ reason: "Which menu?" });
  await returned("And where is it?");
  expect(await told()).toMatchObject({ reason: "And where is it?" });
  await publishArticle(other, { id, revision: 2 });
  expect(await told()).toBeNull();
});

test("whether a desk reviews is said by its highest tier and by admins: who is looked at cannot do away with it", async () => {
  const { prisma } = world.system.db;
  await prisma.desk.update({ where: { id: world.rivalDeskId }, data: { tiers: 2 } });
  const lead = await createPerson(world.system, "developer", "Lea Lead");
  await join(world.system, world.rivalDeskId, lead);
  const key = { deskId_personId: { deskId: world.rivalDeskId, personId: lead.personId } };
  await prisma.deskMember.update({ where: key, data: { tier: 2 } });
  const set = (who: typeof lead) => setReview(world.as(who), { deskId: world.rivalDeskId, reviews: true });
  await expect(set(world.rival)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(set(world.developer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await set(lead);
  await set(world.admin);
});

test("taken down is gone for readers; unarchived it is a draft, and its history is kept", async () => {
  await setReview(world.as(world.admin), { deskId: world.deskId, reviews: false });
  const developer = world.as(world.developer);
  const { id } = await publishes(world);
  await unpublishArticle(developer, { id });
  expect(await stateOf(id)).toEqual({ state: "draft", live: false });
  await expect(unpublishArticle(developer, { id })).rejects.toMatchObject({ code: "TRANSITION_NOT_ALLOWED" });
  await publishArticle(developer, { id, revision: 1 });
  await saves(developer, id, "Second.");
  await unpublishArticle(developer, { id });
  await publishArticle(developer, { id, revision: 2 });
  await archiveArticle(developer, { id });
  expect(await stateOf(id)).toEqual({ state: "archived", live: false });
  const refused = { code: "TRANSITION_NOT_ALLOWED" };
  await expect(saves(developer, id, "Third.", 2)).rejects.toMatchObject(refused);
  await expect(publishArticle(developer, { id, revision: 2 })).rejects.toMatchObject(refused);
  await expect(archiveArticle(developer, { id })).rejects.toMatchObject(refused);
  expect((await getArticle(developer, { id })).may).toMatchObject({ save: false, publish: false, unarchive: true });
  await unarchiveArticle(developer, { id });
  expect(await getArticle(developer, { id })).toMatchObject({ state: "draft", revision: 2, body: "Second." });
});

test("an archive that was a slip is undone: readers see what they saw, though its writer could not publish it", async () => {
  const own = world.as(world.developer);
  const { id } = await drafts(world);
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  await saves(own, id, "Second.");
  await requestReview(own, { id, revision: 2 });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await publishArticle(world.as(world.colleague), { id, revision: 2, at });
  const before = await getArticle(own, { id });
  const page = await world.system.db.prisma.articlePage.findUniqueOrThrow({ where: { articleId: id } });
  await archiveArticle(own, { id });
  expect(await unarchiveArticle(own, { id, asItWas: true })).toEqual({ state: "in_review" });
  const after = await getArticle(own, { id });
  expect(after).toEqual({ ...before, updatedAt: after.updatedAt });
  const again = await world.system.db.prisma.articlePage.findUniqueOrThrow({ where: { articleId: id } });
  expect(again).toEqual({ ...page, updatedAt: again.updatedAt });
});

test("what is for others since it was archived does not come back to its readers unseen", async () => {
  const own = world.as(world.developer);
  const { id } = await drafts(world, { audience: "agents" });
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  await archiveArticle(own, { id });
  await setDetails(own, { id, audience: "public" });
  expect(await unarchiveArticle(own, { id, asItWas: true })).toEqual({ state: "draft" });
  expect(await stateOf(id)).toEqual({ state: "draft", live: false });
});

test("what somebody else took down, does not come back to readers by whoever may not publish it", async () => {
  const { id } = await drafts(world);
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  await archiveArticle(world.as(world.colleague), { id });
  expect(await unarchiveArticle(world.as(world.developer), { id, asItWas: true })).toEqual({ state: "draft" });
  expect(await stateOf(id)).toEqual({ state: "draft", live: false });
  await publishArticle(world.as(world.colleague), { id, revision: 1 });
  await archiveArticle(world.as(world.colleague), { id });
  expect(await unarchiveArticle(world.as(world.admin), { id, asItWas: true })).toEqual({ state: "published" });
});

test("who will read what has a time is looked at, too", async () => {
  const { id } = await drafts(world, { audience: "agents" });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await publishArticle(world.as(world.colleague), { id, revision: 1, at });
  await expect(setDetails(world.as(world.developer), { id, audience: "public" })).rejects.toMatchObject(FORBIDDEN);
  await archiveArticle(world.as(world.developer), { id });
  await setDetails(world.as(world.developer), { id, audience: "public" });
  await unarchiveArticle(world.as(world.developer), { id, asItWas: true });
  expect(await getArticle(world.as(world.developer), { id })).toMatchObject({ state: "draft", publishAt: null });
});

test("a time that came while it was archived has gone by", async () => {
  const own = world.as(world.developer);
  const { id } = await drafts(world);
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await publishArticle(world.as(world.colleague), { id, revision: 1, at });
  await archiveArticle(own, { id });
  await world.system.db.prisma.articleArchive.update({ where: { articleId: id }, data: { publishAt: new Date(0) } });
  await unarchiveArticle(own, { id, asItWas: true });
  expect(await getArticle(own, { id })).toMatchObject({ state: "draft", live: false, publishAt: null });
});
