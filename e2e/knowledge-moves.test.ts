import { AMINA, AMINA_DESK, DEVELOPERS, IVO, IVO_DESK } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { ask, letTimeCome } from "./setup/database.ts";
import { beginArticle, choose, standing, textOf, toast, undo, write } from "./setup/editor.ts";
import { goLive, openWindow, signIn, useBrowser } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { fill, words } from "./setup/words.ts";

useBrowser();

const { collections, editor, knowledge, order } = words.console;
const { details, done, history, publish, schedule, sendBack } = editor;

// The next file's writers publish by themselves.
afterEach(() => ask("UPDATE desk SET reviews_articles = false WHERE slug = $1", [AMINA_DESK]));

test("an article is set for a time, for another, for none, and is read once its time has come", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const id = await beginArticle(ivo, "Read this tomorrow");
  await write(page, "It is tomorrow.");
  await choose(page, publish.schedule);
  await setTime(page, "2020-01-01T09:00");
  await page.getByText(schedule.past).waitFor();
  expect(await page.getByRole("button", { name: schedule.confirm }).isDisabled()).toBe(true);
  await setTime(page, "2099-01-02T09:00");
  await page.getByRole("button", { name: schedule.confirm }).click();
  await standing(page, scheduledFor("Jan 2, 2099, 9:00 AM")).waitFor();

  await choose(page, publish.reschedule);
  expect(await page.getByLabel(schedule.at).inputValue()).toBe("2099-01-02T09:00");
  await setTime(page, "2099-03-04T10:30");
  await page.keyboard.press("Enter");
  await standing(page, scheduledFor("Mar 4, 2099, 10:30 AM")).waitFor();
  await choose(page, publish.unschedule);
  await standing(page, knowledge.standing.draft).waitFor();
  await undo(page, done.unscheduled);
  await standing(page, scheduledFor("Mar 4, 2099, 10:30 AM")).waitFor();

  const visitor = await openWindow("customer");
  const path = await pathOf(id);
  expect((await visitor.page.goto(path))?.status()).toBe(404);
  await letTimeCome("articles.publish", { articleId: id, times: 3 });
  await until(async () => (await visitor.page.goto(path))?.status() === 200, "its time");
  await visitor.page.getByText("It is tomorrow.").waitFor();
  await page.reload();
  await standing(page, knowledge.standing.live).waitFor();
});

test("a colleague sends an article back with a reason, is asked again, and publishes it", async () => {
  const colleague = named("jonas@example.com");
  const [amina, jonas] = [await signIn(AMINA), await signIn(colleague)];
  await goLive(amina, "/knowledge/collections");
  await amina.page.getByLabel(collections.review.label).check();
  await amina.page.getByText(collections.review.on).waitFor();

  const title = `Draw a diagram of a database ${mark()}`;
  const { page } = jonas;
  const id = await beginArticle(jonas, title);
  await write(page, "Press the button.");
  await page.getByRole("button", { name: publish.requestReview }).click();
  await standing(page, knowledge.standing.review).waitFor();

  await goLive(amina, "/knowledge?state=in_review");
  await amina.page.getByRole("link", { name: title }).click();
  await textOf(amina.page).getByText("Press the button.").waitFor();
  await choose(amina.page, publish.sendBack);
  const dialog = amina.page.getByRole("dialog", { name: fill(sendBack.title, { name: colleague.name }) });
  await dialog.getByLabel(sendBack.reason).fill("Which button?\nThere are three.");
  await dialog.getByRole("button", { name: sendBack.confirm }).click();
  await dialog.waitFor({ state: "detached" });
  await standing(amina.page, knowledge.standing.sentBack).waitFor();

  await goLive(jonas, "/knowledge");
  await page.getByRole("row", { name: title }).getByText(knowledge.standing.sentBack).waitFor();
  await page.getByRole("link", { name: title }).click();
  await page.getByText(fill(editor.returned, { name: AMINA.name })).waitFor();
  await page.getByText("There are three.").waitFor();
  await write(page, " The green one.");
  await page.getByRole("button", { name: publish.requestReview }).click();
  await standing(page, knowledge.standing.review).waitFor();
  expect(await page.getByText("There are three.").count()).toBe(0);
  await choose(page, publish.takeBack);
  await toast(page, done.takenBack).waitFor();
  await page.getByRole("button", { name: publish.requestReview }).click();
  await standing(page, knowledge.standing.review).waitFor();

  await goLive(amina, `/knowledge/${id}`);
  await textOf(amina.page).getByText("The green one.").waitFor();
  await amina.page.getByRole("button", { name: publish.publish, exact: true }).click();
  await standing(amina.page, knowledge.standing.live).waitFor();
  const visitor = await openWindow("customer");
  expect((await visitor.page.goto(await pathOf(id)))?.status()).toBe(200);
});

test("an archive by mistake is undone for readers too, what is archived comes back as a draft, and an old address leads on", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const id = await beginArticle(ivo, "Keep old invoices");
  await write(page, "For ten years.");
  await page.keyboard.press("Control+Enter");
  await standing(page, knowledge.standing.live).waitFor();
  const { page: visitor } = await openWindow("customer");
  const path = await pathOf(id);
  const status = async () => (await visitor.goto(path))?.status();
  await choose(page, publish.archive);
  await page.getByText(editor.archived).waitFor();
  expect(await status()).toBe(404);
  await undo(page, done.archived);
  await standing(page, knowledge.standing.live).waitFor();
  expect(await status()).toBe(200);

  await page.getByRole("button", { name: editor.details.title }).click();
  const sheet = page.getByRole("dialog", { name: editor.details.title });
  await sheet.getByLabel(details.slug).fill("Not an address");
  await sheet.getByText(details.slugWrong).waitFor();
  expect(await sheet.getByRole("button", { name: details.slugChange }).isDisabled()).toBe(true);
  const slug = `${path.split("/").at(-1)}-for-ten-years`;
  await sheet.getByLabel(details.slug).fill(slug);
  await sheet.getByRole("button", { name: details.slugChange }).click();
  await toast(page, details.changed).waitFor();
  await page.keyboard.press("Escape");
  await visitor.goto(path);
  expect(new URL(visitor.url()).pathname).toBe(`/help/articles/${slug}`);
  await visitor.getByText("For ten years.").waitFor();

  await choose(page, publish.archive);
  await page.getByText(editor.archived).waitFor();
  await page.reload();
  await page.getByRole("button", { name: publish.unarchive }).click();
  await standing(page, knowledge.standing.draft).waitFor();
  await textOf(page).getByText("For ten years.").waitFor();
  expect(await status()).toBe(404);
});

test("an earlier revision is looked at, brought back, and the newest again, with what was typed meanwhile kept", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const id = await beginArticle(ivo, "Change the colour");
  for (const words of ["Red is first.", " Green is second."]) {
    await write(page, words);
    await page.keyboard.press("Control+s");
    await page.getByRole("status").getByText(editor.state.saved, { exact: true }).waitFor();
  }
  await write(page, " Blue is not saved.");
  await page.getByRole("button", { name: history.title }).click();
  const sheet = page.getByRole("dialog", { name: history.title });
  await sheet.locator("ins").filter({ hasText: "Green is second." }).waitFor();
  await sheet.getByRole("button", { name: fill(history.revision, { number: 2 }) }).click();
  await sheet.getByRole("button", { name: fill(history.restore, { number: 2 }) }).click();
  await sheet.waitFor({ state: "detached" });
  await expect.poll(() => textOf(page).textContent()).toBe("Red is first.");
  await write(page, " Yellow came after.");
  await undo(page, fill(history.restored, { number: 2 }));
  await expect.poll(() => textOf(page).textContent()).toBe("Red is first. Green is second. Blue is not saved.");
  const revisions = await ask<{ body: string; from: number | null }>(
    "SELECT trim(body, E'\\n') AS body, restored_from AS \"from\" FROM article_revision WHERE article_id = $1 ORDER BY number",
    [id],
  );
  expect(revisions.slice(3)).toEqual([
    { body: "Red is first. Green is second. Blue is not saved.", from: null },
    { body: "Red is first.", from: 2 },
    { body: "Red is first. Yellow came after.", from: null },
    { body: "Red is first. Green is second. Blue is not saved.", from: 4 },
  ]);
});

test("collections are made, named, ordered and deleted by keys alone, and what is in one is not lost with it", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const title = `What is on a shelf ${mark()}`;
  const article = await beginArticle(ivo, title);
  const names = ["Rust", "Moss"].map((name) => `${name} ${mark()}`) as [string, string];
  const [rust, moss] = names;
  await goLive(ivo, "/knowledge/collections");
  for (const name of names) await makeCollection(page, name);
  const list = page.getByRole("list", { name: collections.title, exact: true });
  const shown = async () =>
    (await list.locator("> li").allTextContents()).map((text) => names.find((n) => text.includes(n)));
  await expect.poll(async () => (await shown()).slice(-2)).toEqual([rust, moss]);

  await page.getByRole("button", { name: fill(order.handle, { name: moss }) }).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await shown()).slice(-2)).toEqual([moss, rust]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
    fill(order.handle, { name: moss }),
  );
  await until(async () => (await keptOrder(names)).join() === [moss, rust].join(), "the order to be kept");
  await pick(page, moss, order.down);
  await expect.poll(async () => (await shown()).slice(-2)).toEqual([rust, moss]);

  await pick(page, rust, collections.edit);
  await page.getByLabel(collections.form.name, { exact: true }).fill(`${rust} red`);
  await page.keyboard.press("Enter");
  const renamed = `${rust} red`;
  await list.getByText(renamed).waitFor();

  await ask("UPDATE article SET collection_id = c.id FROM collection c WHERE article.id = $1 AND c.name = $2", [
    article,
    renamed,
  ]);
  await page.reload();
  await pick(page, renamed, collections.delete.open);
  const dialog = page.getByRole("dialog");
  await dialog.getByText(collections.delete.holds).waitFor();
  await dialog.getByLabel(collections.delete.moveTo).selectOption({ label: moss });
  await dialog.getByRole("button", { name: collections.delete.confirm }).press("Enter");
  await toast(page, fill(collections.delete.done, { name: renamed })).waitFor();
  await page.getByRole("button", { name: new RegExp(`^${moss} `) }).press("Enter");
  await page
    .getByRole("list", { name: fill(collections.articlesOf, { name: moss }) })
    .getByText(title)
    .waitFor();

  await pick(page, moss, collections.delete.open);
  await page.getByRole("dialog").getByRole("button", { name: collections.delete.confirm }).press("Enter");
  await toast(page, fill(collections.delete.done, { name: moss })).waitFor();
  await page.getByRole("list", { name: collections.unfiled }).getByText(title).waitFor();
});

/** Tells what a test makes from what it made the time before on the same system. */
function mark(): string {
  return Date.now().toString(36);
}

async function setTime(page: Page, time: string): Promise<void> {
  await page.getByLabel(schedule.at).fill(time);
}

function scheduledFor(at: string): string {
  return fill(knowledge.standing.scheduled, { at });
}

/** Where readers find it, live or not. */
async function pathOf(id: string): Promise<string> {
  const [row] = await ask<{ slug: string }>("SELECT slug FROM article WHERE id = $1", [id]);
  return `/help/articles/${row?.slug}`;
}

async function makeCollection(page: Page, name: string): Promise<void> {
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: collections.form.new });
  await dialog.waitFor();
  await page.keyboard.press("Enter");
  await dialog.getByText(collections.form.nameMissing).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
}

/** Opens a collection's menu by keys and takes an entry. */
async function pick(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: fill(collections.actions, { name }), exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: item, exact: true }).press("Enter");
}

async function keptOrder(names: readonly string[]): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    "SELECT c.name FROM collection c JOIN desk d ON d.id = c.desk_id WHERE d.slug = $1 AND c.name = ANY($2) ORDER BY position",
    [IVO_DESK, names],
  );
  return rows.map(({ name }) => name);
}

function named(email: string) {
  const person = DEVELOPERS.find((each) => each.email === email);
  if (!person) throw new Error(`The demo has no ${email}.`);
  return person;
}
