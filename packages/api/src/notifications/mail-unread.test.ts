import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assign } from "../conversations/assign.ts";
import { markRead } from "../conversations/mark-read.ts";
import { removeMember } from "../desks/remove-member.ts";
import { customersTicket, notes, says } from "../testing/talk.ts";
import { createPerson, createWorld, join, type World } from "../testing/world.ts";
import { mailUnread } from "./mail-unread.ts";

let world: World;
let id: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.system.db.prisma.mail.deleteMany();
  await world.system.db.prisma.outbox.deleteMany();
  id = await customersTicket(world);
});

const customer = () => world.as(world.customer);
const developer = () => world.as(world.developer);
const mails = () => world.system.db.prisma.mail.findMany({ orderBy: { createdAt: "asc" } });
const toRequester = () => mailUnread(world.system, { conversationId: id, side: "requester" });
const toAgents = () => mailUnread(world.system, { conversationId: id, side: "agents" });

test("several messages are one mail, in their order, to the requester", async () => {
  for (const body of ["First.", "Second.", "Third."]) await says(developer(), id, body);
  await toRequester();
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.toEmail).toBe(`${world.customer.personId}@example.com`);
  expect(mail?.text).toMatch(/First\.[\s\S]*Second\.[\s\S]*Third\./);
  expect(mail?.text).toContain(`http://localhost:3000/conversations/${id}`);
});

test("the job is committed with each message, under one key, and runs after two minutes", async () => {
  for (const body of ["First.", "Second."]) await says(developer(), id, body);
  const rows = await world.system.db.prisma.outbox.findMany({ where: { name: "notifications.mail-unread" } });
  expect(rows.map(({ singletonKey }) => singletonKey)).toEqual([`${id}:requester`, `${id}:requester`]);
  for (const { startAt } of rows) expect(startAt.getTime() - Date.now()).toBeGreaterThan(100_000);
});

test("a job that runs twice mails once", async () => {
  await says(developer(), id, "Look.");
  await Promise.all([toRequester(), toRequester(), toRequester()]);
  await toRequester();
  expect(await mails()).toHaveLength(1);
});

test("nothing is mailed of what was read meanwhile, nor of what was answered", async () => {
  const read = await says(developer(), id, "Look.");
  await markRead(customer(), { id, seq: read.seq });
  await toRequester();
  await says(developer(), id, "And?");
  await says(customer(), id, "Thanks.");
  await toRequester();
  expect(await mails()).toEqual([]);
});

test("what was read is not in the mail of what was not", async () => {
  const read = await says(developer(), id, "seen");
  await markRead(customer(), { id, seq: read.seq });
  await says(developer(), id, "unseen");
  await toRequester();
  expect((await mails()).map(({ text }) => [text.includes("unseen"), /\bseen\b/.test(text)])).toEqual([[true, false]]);
});

test("a note never reaches a mail, to either side", async () => {
  await assign(developer(), { id, assigneeId: world.colleague.personId });
  await notes(developer(), id, "canary to all", "agents");
  await notes(developer(), id, "canary of the desk", "desk");
  await toRequester();
  expect(await mails()).toEqual([]);
  await says(developer(), id, "An answer.");
  await says(customer(), id, "A question.");
  await notes(developer(), id, "canary afterwards", "agents");
  await says(developer(), id, "Another answer.");
  await Promise.all([toRequester(), toAgents()]);
  const sent = await mails();
  expect(sent.map(({ toEmail }) => toEmail).sort()).toEqual(
    [world.customer, world.colleague].map(({ personId }) => `${personId}@example.com`).sort(),
  );
  expect(JSON.stringify(sent)).not.toContain("canary");
});

test("an answer below any number of notes is mailed all the same", async () => {
  for (let i = 0; i < 250; i++) await notes(developer(), id, `note ${i}`);
  await says(developer(), id, "The answer.");
  await toRequester();
  expect((await mails()).map(({ text }) => text.includes("The answer."))).toEqual([true]);
});

test("an assignee who was taken out of the desk is mailed nothing", async () => {
  const leaver = await createPerson(world.system, "developer", "Lee Leaver");
  await join(world.system, world.deskId, leaver);
  await assign(developer(), { id, assigneeId: leaver.personId });
  await says(customer(), id, "For the desk alone.");
  await removeMember(world.as(world.admin), { deskId: world.deskId, personId: leaver.personId });
  await toAgents();
  expect(await mails()).toEqual([]);
});

test("of a conversation that nobody has taken, no agent is mailed", async () => {
  await says(customer(), id, "Hello?");
  await toAgents();
  expect(await mails()).toEqual([]);
});
