import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { drafts, publishes } from "../testing/articles.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { countArticles } from "./counts.ts";
import { listArticles } from "./list.ts";
import { remindOwners } from "./remind.ts";
import { setDetails } from "./set-details.ts";
import { verify } from "./verify.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => world.system.db.pool.query("TRUNCATE article, mail CASCADE"));
afterAll(() => world.close());

const DAY = 86_400_000;
const inDays = (days: number) => ({ ...world.system, clock: () => new Date(Date.now() + days * DAY) });
const mails = async () => world.system.db.prisma.mail.findMany({ orderBy: { createdAt: "asc" } });

async function checkedEvery(days: number, title: string, owner: Actor = world.developer) {
  const { id } = await publishes(world, { title });
  await setDetails(world.as(world.developer), { id, verifyEveryDays: days, ownerId: owner.personId });
  return id;
}

test("an owner gets one mail for all that is due, none before, and another only after two weeks", async () => {
  const one = await checkedEvery(30, "Refunds");
  await checkedEvery(30, "Licences");
  await remindOwners(inDays(29));
  expect(await mails()).toEqual([]);
  for (const days of [31, 31.1, 32, 40]) await remindOwners(inDays(days));
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ toEmail: `${world.developer.personId}@example.com`, subject: "2 articles to check" });
  expect(mail?.text).toContain(`Refunds\n${world.system.settings.consoleUrl}/knowledge/${one}`);
  await remindOwners(inDays(46));
  expect(await mails()).toHaveLength(2);
});

test("what comes due while a week has not passed waits for the next mail, and is not forgotten", async () => {
  await checkedEvery(30, "Refunds");
  await checkedEvery(31, "Licences");
  for (const days of [30.1, 31.05, 31.1, 36]) await remindOwners(inDays(days));
  expect((await mails()).map(({ subject }) => subject)).toEqual(["Is it still right? Refunds"]);
  await remindOwners(inDays(37.2));
  expect((await mails()).map(({ subject }) => subject)).toEqual([
    "Is it still right? Refunds",
    "Is it still right? Licences",
  ]);
});

test("what was checked is not due, until its time is over again", async () => {
  const id = await checkedEvery(30, "Refunds");
  await verify({ ...world.as(world.colleague), system: inDays(31) }, { id });
  await remindOwners(inDays(60));
  expect(await mails()).toEqual([]);
  await remindOwners(inDays(62));
  expect(await mails()).toHaveLength(1);
});

test("drafts, and what is never to be checked, are not due", async () => {
  await publishes(world);
  const { id } = await drafts(world);
  await setDetails(world.as(world.developer), { id, verifyEveryDays: 1 });
  await remindOwners(inDays(400));
  expect(await mails()).toEqual([]);
});

test("when its owner has left the desk, whoever is in it longest is told, and not the one who left", async () => {
  const leaver = await createPerson(world.system, "developer", "Lars Leaver");
  await join(world.system, world.deskId, leaver);
  await checkedEvery(30, "Refunds", leaver);
  await world.system.db.prisma.deskMember.deleteMany({ where: { personId: leaver.personId } });
  await remindOwners(inDays(31));
  const [mail] = await mails();
  expect(mail?.toEmail).toBe(`${world.developer.personId}@example.com`);
});

test("what is due is listed and counted for those who write it, and for nobody else", async () => {
  const id = await checkedEvery(30, "Refunds");
  await publishes(world, { title: "Never" });
  const late = { system: inDays(31) };
  const input = { due: true, search: "", cursor: undefined };
  const { rows } = await listArticles({ ...world.as(world.colleague), ...late }, input);
  expect(rows).toMatchObject([{ id, due: true }]);
  expect(await countArticles({ ...world.as(world.colleague), ...late }, {})).toMatchObject({ due: 1, published: 2 });
  expect((await listArticles({ ...world.as(world.rival), ...late }, input)).rows).toEqual([]);
  expect(await countArticles({ ...world.as(world.rival), ...late }, {})).toMatchObject({ due: 0, published: 0 });
});
