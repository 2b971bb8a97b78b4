import { setDetails } from "@mintreu/api/articles/set-details";
import { MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ask } from "./setup/database.ts";
import { goLive, openWindow, signIn, useBrowser, type Window } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { words } from "./setup/words.ts";
import { Writer } from "./setup/writing.ts";

useBrowser();

const { articleVote, help, newTicket } = words.customer;
const { answers, pages, signIn: said } = words.ui;
/** Publishing shows within this time (ms). */
const FRESH = 5_000;
const BODY = "## First\n\nOpen the lid of the gramophone.\n\n## Then\n\nWind it up.";

let writer: Writer;
beforeAll(async () => {
  writer = await Writer.start();
});
afterAll(() => writer[Symbol.asyncDispose]());

test("a visitor finds an article while typing, with mistakes and by keys alone, and reads it", async () => {
  const { path } = await writer.write({ title: "How do I wind the gramophone?", body: BODY });
  const window = await openWindow("customer");
  const { page } = window;
  await until(() => isFound(page, "gramophone", path), "the index");
  await page.goto("/help");
  await page.keyboard.press("/");
  await page.keyboard.type("gramofone wnd");
  const option = page.getByRole("option", { name: /wind the gramophone/ });
  await option.waitFor();
  await page.keyboard.press("ArrowDown");
  while ((await option.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${window.origin}${path}`);
  await page.getByRole("heading", { level: 1, name: "How do I wind the gramophone?" }).waitFor();
  await page.getByRole("heading", { name: "Then", exact: true }).waitFor();
  await until(async () => (await outcomeOf("gramofone wnd")) === "opened", "the search to count as opened");
  expect(window.witness.foreign).toEqual([]);
  expect(window.witness.complaints).toEqual([]);
});

test("under an article stands what is like it, soon after that was published", async () => {
  const body = "Tune the theremin by its pitch rod, then by its volume loop.";
  const one = await writer.write({ title: "Tune a theremin", body });
  const { page } = await openWindow("customer");
  await page.goto(one.path);
  const other = await writer.write({ title: "Tune a theremin outdoors", body: `${body} Mind the wind.` });
  const link = page.locator(`main a[href="${other.path}"]`);
  await until(async () => {
    await page.reload();
    return (await link.count()) > 0;
  }, "what is like it");
  await link.click();
  await page.getByRole("heading", { level: 1, name: "Tune a theremin outdoors" }).waitFor();
  await page.locator(`main a[href="${one.path}"]`).waitFor();
});

test("a vote without signing in holds with the first press, can be changed, and is one", async () => {
  const { id, path } = await writer.write({ title: "Whether it spins", body: BODY });
  const { page } = await openWindow("customer");
  await page.goto(path);
  // The page is not alive yet when it is pressed: what was pressed counts all the same.
  await page.getByRole("button", { name: articleVote.no, exact: true }).click();
  await page.getByLabel(articleVote.reason.incomplete).check();
  await page.getByLabel(articleVote.comment).fill("Which way round?");
  await page.getByRole("button", { name: articleVote.send }).click();
  await page.getByText(articleVote.sent).waitFor();
  expect(await votesOn(id)).toEqual([{ helpful: false, reason: "incomplete", comment: "Which way round?" }]);
  await page.getByRole("button", { name: articleVote.yes, exact: true }).click();
  await until(async () => (await votesOn(id))[0]?.helpful === true, "the other vote");
  expect(await votesOn(id)).toHaveLength(1);
  await page.reload();
  expect(await page.getByRole("button", { name: articleVote.yes }).getAttribute("aria-pressed")).toBe("true");
});

test("who still needs help signs in on the way, and the question keeps what was read", async () => {
  const title = "What the needle may touch";
  const { id, path } = await writer.write({ title, body: BODY });
  const { page } = await openWindow("customer");
  await page.goto(path);
  await page.getByRole("link", { name: help.ask }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByRole("link", { name: said.demoLink }).click();
  await page.getByRole("button", { name: MARA.email }).click();
  await page.waitForURL(/\/conversations\/new\?article=/);
  await page.getByRole("link", { name: title }).waitFor();
  await fillQuestion(page, "It touches my hand");
  await page.getByRole("button", { name: newTicket.submit }).click();
  await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
  const conversationId = new URL(page.url()).pathname.split("/").at(-1);
  await until(async () => {
    const rows = await ask("SELECT 1 FROM article_ticket WHERE article_id = $1 AND conversation_id = $2", [
      ...[id, conversationId],
    ]);
    return rows.length === 1;
  }, "the article to be counted with the ticket");
});

test("an article is forgotten by a question once it is taken out, a reload included", async () => {
  const title = "How loud it plays";
  const { path } = await writer.write({ title, body: BODY });
  const mara = await signIn(MARA);
  await goLive(mara, `/conversations/new?article=${path.split("/").at(-1)}`);
  await mara.page.getByRole("button", { name: newTicket.removeArticle }).click();
  await mara.page.reload();
  await mara.page.getByLabel(newTicket.subject, { exact: true }).waitFor();
  expect(await mara.page.getByRole("link", { name: title }).count()).toBe(0);
});

test("an answer beside the form takes no focus and nothing of the text, can be taken back, and counts once left", async () => {
  const before = await avoided();
  // Of its own each time: the article of an earlier try is found as well.
  const title = `The gramophone needle skips ${Date.now().toString(36)}`;
  const { path } = await writer.write({ title, body: BODY });
  const mara = await signIn(MARA);
  const { page } = mara;
  await until(() => isFound(page, title, path), "the index");
  await goLive(mara, "/conversations/new");
  const subject = page.getByLabel(newTicket.subject, { exact: true });
  await subject.pressSequentially("Needle of the gramophone skips");
  await page.getByRole("button", { name: title }).waitFor();
  expect(await subject.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: title }).click();
  const sheet = page.getByRole("dialog", { name: title });
  await sheet.getByText("Wind it up.").waitFor();
  await sheet.getByRole("button", { name: answers.answered }).click();
  await page.getByRole("button", { name: newTicket.answered.undo }).click();
  expect(await subject.inputValue()).toBe("Needle of the gramophone skips");
  expect(await avoided()).toBe(before);

  await page.getByRole("button", { name: title }).click();
  await sheet.getByRole("button", { name: answers.answered }).click();
  await page.getByRole("link", { name: newTicket.answered.home }).click();
  await page.waitForURL(`${mara.origin}/`);
  await until(async () => (await avoided()) === before + 1, "the ticket to count as avoided");
  await goLive(mara, "/conversations/new");
  expect(await subject.inputValue()).toBe("");
});

test("a visitor neither opens nor finds what is for customers, for developers, for agents or not published", async () => {
  const title = "Gramophone secrets";
  const hidden = await Promise.all([
    writer.write({ title: `${title} for customers`, body: BODY, audience: "customers" }),
    writer.write({ title: `${title} for developers`, body: BODY, audience: "developers" }),
    writer.write({ title: `${title} for agents`, body: BODY, audience: "agents" }),
    writer.write({ title: `${title} in a draft`, body: BODY, draft: true }),
  ]);
  const [forCustomers, ...forOthers] = hidden;
  const [visitor, mara] = [await openWindow("customer"), await signIn(MARA)];
  await until(() => isFound(mara.page, title, forCustomers.path), "the index");
  for (const { path } of hidden) {
    expect((await visitor.page.goto(path))?.status(), path).toBe(404);
    expect(await isFound(visitor.page, title, path), path).toBe(false);
  }
  expect((await mara.page.goto(forCustomers.path))?.status()).toBe(200);
  expect(await mara.page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
  for (const { path } of forOthers) {
    expect((await mara.page.goto(path))?.status(), path).toBe(404);
    expect(await isFound(mara.page, title, path), path).toBe(false);
  }
  const listed = await sitemap(visitor);
  for (const { path } of hidden) expect(listed).not.toContain(path);
});

test("publishing is seen and found within five seconds, and an earlier address leads on for good", async () => {
  const from = performance.now();
  const { id, path } = await writer.write({ title: "Fresh from the press", body: BODY });
  const { page, origin } = await openWindow("customer");
  expect((await page.goto(path))?.status()).toBe(200);
  await until(() => isFound(page, "fresh press", path), "the index");
  expect(performance.now() - from).toBeLessThan(FRESH);
  expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(`${origin}${path}`);
  expect(await sitemap({ page, origin })).toContain(`${origin}${path}<`);
  expect(await (await page.request.get("/help/feed.xml")).text()).toContain(`urn:uuid:${id}`);

  await setDetails(writer.context, { id, slug: "still-warm-from-the-press" });
  const moved = await fetch(`${origin}${path}`, { redirect: "manual" });
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "/help/articles/still-warm-from-the-press"]);
});

test("an address that leads nowhere leads on: by a search", async () => {
  const { page } = await openWindow("customer");
  const answer = await page.goto("/help/articles/nobody-wrote-this");
  expect(answer?.status()).toBe(404);
  await page.getByRole("heading", { level: 1, name: pages.notFound.title }).waitFor();
  await page.getByRole("search").getByRole("combobox").fill("licence");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/help\/search\?q=licence$/);
});

test("what is found stays on a low screen", async () => {
  const height = 560;
  const { page } = await openWindow("customer", { height });
  await page.goto("/help");
  const search = page.getByRole("search");
  await search.getByRole("combobox").fill("licence");
  await search.getByRole("option").nth(5).waitFor();
  const found = await search.getByRole("listbox").locator("..").boundingBox();
  expect((found?.y ?? height) + (found?.height ?? 0)).toBeLessThanOrEqual(height);
});

test("the only collection of a product shows its articles at once, each once", async () => {
  const { page } = await openWindow("customer");
  await page.goto("/help/products/ledgerleaf");
  await page.getByRole("heading", { name: help.productArticles }).waitFor();
  expect(await page.getByRole("link", { name: "Write your first invoice with Ledgerleaf" }).count()).toBe(1);
});

test("the canonical address is the one that is configured, whatever name the page was asked by", async () => {
  const { customer } = inject("system");
  const other = customer.replace("localhost", "127.0.0.1");
  const page = await (await fetch(`${other}/help`)).text();
  expect(page).toContain(`<link rel="canonical" href="${customer}/help"/>`);
});

test("what is somebody's own still asks who comes", async () => {
  const { customer } = inject("system");
  for (const path of ["/conversations", "/conversations/new", "/products"]) {
    const answer = await fetch(`${customer}${path}`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, `/sign-in?next=${encodeURIComponent(path)}`]);
  }
  expect((await fetch(`${customer}/`)).status).toBe(200);
});

async function fillQuestion(page: Page, subject: string): Promise<void> {
  await page.locator("label").filter({ hasText: newTicket.platform }).click();
  await page.getByLabel(newTicket.category).selectOption({ label: newTicket.categories.question });
  await page.getByLabel(newTicket.subject, { exact: true }).fill(subject);
  await page.getByLabel(newTicket.body).fill("And it should not.");
}

/** Whether the search of whoever has the window leads to an address. */
async function isFound(page: Window["page"], text: string, path: string): Promise<boolean> {
  const input = encodeURIComponent(JSON.stringify({ text, limit: 50 }));
  const answer = await page.request.get(`${inject("system").customer}/api/trpc/search.query?input=${input}`);
  return (await answer.text()).includes(`"${path}"`);
}

/** Everything that the sitemap lists: its index, and each part that it names. */
async function sitemap({ page, origin }: Pick<Window, "page" | "origin">): Promise<string> {
  const read = async (path: string) => (await page.request.get(path)).text();
  const parts = [...(await read("/sitemap.xml")).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = ""]) => new URL(loc));
  expect(parts.map((part) => part.origin)).toContain(origin);
  return (await Promise.all(parts.map(({ pathname, search }) => read(pathname + search)))).join("");
}

async function votesOn(articleId: string) {
  type Vote = { helpful: boolean; reason: string | null; comment: string | null };
  return ask<Vote>("SELECT helpful, reason, comment FROM article_vote WHERE article_id = $1", [articleId]);
}

async function outcomeOf(query: string): Promise<string | undefined> {
  return (await ask<{ outcome: string }>("SELECT outcome::text FROM search_log WHERE query = $1", [query]))[0]?.outcome;
}

async function avoided(): Promise<number> {
  return (await ask("SELECT 1 FROM avoided_ticket WHERE person_id = $1", [MARA.id])).length;
}
