import { VIEWS } from "@mintreu/api/conversations/schema";
import { AMINA, CUSTOMERS, GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import { expect, test } from "vitest";
import { chooseMode, listed, message, openTicket, say, writeNote } from "./setup/conversation.ts";
import { ask } from "./setup/database.ts";
import { enterAs, goLive, openWindow, signIn, untilLive, useBrowser, type Window } from "./setup/person.ts";
import { words } from "./setup/words.ts";

useBrowser();

const SUBJECT = "The VAT return skips Iceland";
const BODY = "It lists thirty countries, and mine is the one that is missing.";
const REPLY = "It was left out in 4.2.1; tomorrow's release has it.";
const SECRET = "heron-in-the-reeds";
const SECOND = "Here is the release: 4.2.2.";
const AGAIN = "It is back, but with the old rate.";
const { status } = words.ui;

test("two people talk about a ticket, live on both sides, until it is solved and opened again", async () => {
  const [mara, ivo] = [await signIn(MARA), await signIn(IVO)];
  await goLive(ivo, "/unassigned");
  const loaded = await markDocument(ivo);

  const id = await openTicket(mara, { product: "Ledgerleaf", subject: SUBJECT, body: BODY });
  await untilLive(mara);
  const marasDocument = await markDocument(mara);
  await listed(ivo.page, SUBJECT).click();
  await message(ivo.page, BODY).waitFor();

  await say(ivo.page, REPLY);
  await message(mara.page, REPLY).waitFor();

  await writeNote(ivo.page, SECRET);
  await message(ivo.page, SECRET).waitFor();
  await chooseMode(ivo.page, "reply");
  await say(ivo.page, SECOND);
  // What follows the note has come: the note would have, too.
  await message(mara.page, SECOND).waitFor();

  await setStatus(ivo, status.agents.resolved);
  await mara.page.getByText(words.customer.ticket.explain.resolved).waitFor();
  await mara.page.getByText(status.requester.resolved, { exact: true }).first().waitFor();

  await say(mara.page, AGAIN);
  await message(ivo.page, AGAIN).waitFor();
  await statusMenu(ivo, status.agents.open).waitFor();
  await mara.page.getByText(status.requester.open, { exact: true }).first().waitFor();

  expect(await isSameDocument(ivo, loaded), "the console was never reloaded").toBe(true);
  expect(await isSameDocument(mara, marasDocument), "the conversation was never reloaded").toBe(true);
  await goLive(mara, `/conversations/${id}`);
  await goLive(mara, "/conversations");
  const seen = await mara.witness.everything();
  expect(seen).toContain(REPLY.slice(0, 20));
  expect(seen.includes(SECRET), "the note left the server for the customer").toBe(false);
  expect((await ivo.witness.everything()).includes(SECRET), "the same look finds it where it may be").toBe(true);
  expect([...mara.witness.complaints, ...ivo.witness.complaints]).toEqual([]);
});

test("who has no part in a conversation finds nothing of it, and an admin's look is recorded", async () => {
  const amina = await signIn(AMINA);
  const before = await counts(amina);
  const mara = await signIn(MARA);
  const subject = "Reminders go out on Sundays";
  const id = await openTicket(mara, { product: "Ledgerleaf", subject, body: "My clients would rather rest." });

  await goLive(amina, "/open");
  expect(await counts(amina)).toEqual(before);
  for (const view of VIEWS) {
    await amina.page.goto(`/${view}`);
    expect(await amina.page.content()).not.toContain(subject);
  }
  expect(await statusOf(amina, `/conversations/${id}`)).toBe(404);
  expect(await statusOf(amina, `/open/${id}`)).toBe(404);
  expect(await amina.witness.everything()).not.toContain(subject);

  const third = await signIn(CUSTOMERS.find(({ email }) => email === "sam@example.com") ?? MARA);
  expect(await statusOf(third, `/conversations/${id}`)).toBe(404);
  await third.page.getByText(words.ui.pages.notFound.title).waitFor();
  expect(await third.witness.everything()).not.toContain(subject);

  const nobody = await openWindow("customer");
  await nobody.page.goto(`/conversations/${id}`);
  expect(new URL(nobody.page.url()).pathname).toBe("/sign-in");
  expect(await nobody.witness.everything()).not.toContain(subject);

  expect(await looksAt(id)).toEqual([]);
  const grace = await openWindow("console");
  await enterAs(grace.page, GRACE);
  await grace.page.goto(`/conversations/${id}`);
  await grace.page.getByRole("heading", { name: subject }).waitFor();
  await expect.poll(() => looksAt(id)).toEqual([GRACE.email]);
});

function statusMenu({ page }: Window, value: string) {
  return page.getByRole("button", { name: `${words.console.properties.status}: ${value}` });
}

async function setStatus({ page }: Window, to: string): Promise<void> {
  await page.getByRole("button", { name: `${words.console.properties.status}: ` }).click();
  await page.getByRole("menuitemradio", { name: to }).click();
}

/** Leaves a mark that a reload would wipe out. */
async function markDocument({ page }: Window): Promise<string> {
  const mark = crypto.randomUUID();
  await page.evaluate((value) => Reflect.set(window, "mark", value), mark);
  return mark;
}

async function isSameDocument({ page }: Window, mark: string): Promise<boolean> {
  return (await page.evaluate(() => Reflect.get(window, "mark"))) === mark;
}

async function counts({ page, origin }: Window): Promise<unknown> {
  const answer = await page.request.get(`${origin}/api/trpc/conversations.counts?input=%7B%7D`);
  expect(answer.status()).toBe(200);
  return (await answer.json()).result.data;
}

async function statusOf({ page }: Window, path: string): Promise<number | undefined> {
  return (await page.goto(path))?.status();
}

async function looksAt(conversationId: string): Promise<string[]> {
  const looks = await ask<{ email: string }>(
    "SELECT DISTINCT email::text FROM desk_look JOIN person ON person.id = admin_id WHERE conversation_id = $1",
    [conversationId],
  );
  return looks.map(({ email }) => email);
}
