import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import type { JobPayloads } from "../core/jobs.ts";
import { drafts, saves } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { mailReview } from "./mail-review.ts";
import { mailReviewed } from "./mail-reviewed.ts";
import { publishArticle } from "./publish.ts";
import { requestReview } from "./request-review.ts";
import { sendBack } from "./send-back.ts";
import { setReview } from "./set-review.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  await world.system.db.pool.query("TRUNCATE mail, outbox, rate_limit");
  for (const deskId of [world.deskId, world.rivalDeskId, world.platformDeskId])
    await setReview(world.as(world.admin), { deskId, reviews: true });
});
afterAll(() => world.close());

type Mailing = "articles.mail-review" | "articles.mail-reviewed";

/** The jobs of a name that were committed, each with an id as the queue gives it. */
async function jobs<Name extends Mailing>(name: Name): Promise<{ id: string; payload: JobPayloads[Name] }[]> {
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name } });
  return rows.map(({ id, payload }) => ({ id: String(id), payload: payload as unknown as JobPayloads[Name] }));
}

async function runAll(): Promise<void> {
  for (const { id, payload } of await jobs("articles.mail-review")) await mailReview(world.system, payload, id);
  for (const { id, payload } of await jobs("articles.mail-reviewed")) await mailReviewed(world.system, payload, id);
}

const mails = async () => {
  const sent = await world.system.db.prisma.mail.findMany({ orderBy: { id: "asc" } });
  return sent.map(({ toEmail, subject }) => `${toEmail.split("@")[0]} ${subject}`).sort();
};
const to = ({ personId }: Actor, subject: string) => `${personId} ${subject}`;

test("who may publish at the desk is asked once, and neither who asked nor another desk", async () => {
  const { id } = await drafts(world);
  await requestReview(world.as(world.developer), { id, revision: 1 });
  await runAll();
  await runAll();
  expect(await mails()).toEqual([to(world.colleague, "To review: Move a licence")]);
  const [mail] = await world.system.db.prisma.mail.findMany();
  expect(mail?.text).toContain(`Dora Developer asks you to look at “Move a licence”`);
  expect(mail?.text).toContain(`${world.system.settings.consoleUrl}/knowledge/${id}`);
});

test("whoever wrote the newest text may not publish it, and is not asked though another did", async () => {
  const { id } = await drafts(world);
  await saves(world.as(world.colleague), id, "Colin's words.");
  await requestReview(world.as(world.developer), { id, revision: 2 });
  await runAll();
  // Nobody is left in the desk: who oversees it is asked.
  expect(await mails()).toEqual([to(world.admin, "To review: Move a licence")]);
});

test("a desk of one asks those who oversee it", async () => {
  const { id } = await drafts(world, { deskId: world.rivalDeskId }, world.rival);
  await requestReview(world.as(world.rival), { id, revision: 1 });
  await runAll();
  expect(await mails()).toEqual([to(world.admin, "To review: Move a licence")]);
});

test("what is taken back, published or another's by then is asked of nobody; asked again it is one job", async () => {
  const { id } = await drafts(world);
  await requestReview(world.as(world.developer), { id, revision: 1 });
  await sendBack(world.as(world.developer), { id, revision: 1, reason: "" });
  await runAll();
  expect(await mails()).toEqual([]);
  await saves(world.as(world.developer), id, "Better.");
  await requestReview(world.as(world.developer), { id, revision: 2 });
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "articles.mail-review" } });
  expect(new Set(rows.map(({ singletonKey }) => singletonKey)).size).toBe(1);
  // Whichever of them is left tells of the article as it is.
  await mailReview(world.system, { articleId: id, personId: world.developer.personId }, "first");
  expect(await mails()).toEqual([to(world.colleague, "To review: Move a licence")]);
  await world.system.db.prisma.deskMember.deleteMany({ where: { personId: world.colleague.personId } });
  await mailReview(world.system, { articleId: id, personId: world.developer.personId }, "second");
  await world.system.db.prisma.deskMember.create({
    data: { deskId: world.deskId, personId: world.colleague.personId },
  });
  expect(await mails()).toEqual(
    [to(world.admin, "To review: Move a licence"), to(world.colleague, "To review: Move a licence")].sort(),
  );
});

test("the writer is told what became of it: sent back with the reason, published by whom", async () => {
  const { id } = await drafts(world);
  await requestReview(world.as(world.developer), { id, revision: 1 });
  await sendBack(world.as(world.colleague), { id, revision: 1, reason: " Where is the menu? \n" });
  await runAll();
  await runAll();
  expect(await mails()).toEqual([to(world.developer, "Sent back: Move a licence")]);
  const [mail] = await world.system.db.prisma.mail.findMany();
  expect(mail?.text).toContain("Colin Colleague has sent “Move a licence” back to you.\n\nWhere is the menu?\n\nhttp");

  await saves(world.as(world.developer), id, "Under Settings.");
  await requestReview(world.as(world.developer), { id, revision: 2 });
  await world.system.db.pool.query("TRUNCATE mail, outbox, rate_limit");
  await publishArticle(world.as(world.colleague), { id, revision: 2 });
  await runAll();
  expect(await mails()).toEqual([to(world.developer, "Published: Move a licence")]);
});

test("nobody is told what they did themselves, nor of a desk that they have left, nor what was not in review", async () => {
  const one = await drafts(world, {}, world.admin);
  await requestReview(world.as(world.admin), { id: one.id, revision: 1 });
  const other = await drafts(world, {}, world.colleague);
  await requestReview(world.as(world.colleague), { id: other.id, revision: 1 });
  const draft = await drafts(world);
  await world.system.db.prisma.outbox.deleteMany();
  await publishArticle(world.as(world.admin), { id: one.id, revision: 1 });
  await publishArticle(world.as(world.developer), { id: other.id, revision: 1 });
  await publishArticle(world.as(world.colleague), { id: draft.id, revision: 1 });
  await world.system.db.prisma.deskMember.deleteMany({ where: { personId: world.colleague.personId } });
  await runAll();
  expect(await mails()).toEqual([]);
});

test("whoever asks for more than anybody looks at in an hour fills nobody's mailbox", async () => {
  const made = await Promise.all(Array.from({ length: 25 }, () => drafts(world)));
  for (const { id } of made) await requestReview(world.as(world.developer), { id, revision: 1 });
  await runAll();
  const sent = await mails();
  expect([sent.length, new Set(sent).size]).toEqual([20, 1]);
});
