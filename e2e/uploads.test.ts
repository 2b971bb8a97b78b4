import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { IVO } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ask } from "./setup/database.ts";
import { beginArticle, PICTURE, pasteFiles, standing, textOf, write } from "./setup/editor.ts";
import { openWindow, signIn, useBrowser } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { words } from "./setup/words.ts";

useBrowser();

const { editor, knowledge } = words.console;
const { upload } = editor;
const { errors } = words.ui;
const PNG = { name: "the-lid.png", type: "image/png", bytes: PICTURE };

test("an upload that is cancelled on its way leaves nothing behind, in the text or on the server", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const id = await beginArticle(ivo, "Send a big picture");
  await write(page, "Before.");
  const release = await slowDown(page);
  const big = Buffer.alloc(600_000, "so big ").toString("base64");
  await pasteFiles(page, { name: "big.txt", type: "text/plain", bytes: big });
  const bar = uploads(page).getByRole("progressbar", { name: "big.txt" });
  await expect.poll(() => partOf(bar)).toBeGreaterThan(0);
  expect(await partOf(bar)).toBeLessThan(1);
  await until(async () => (await incoming()).length === 1, "the server to take it");
  await page.keyboard.type(" One can go on writing.");
  await uploads(page).getByRole("button", { name: upload.cancel }).click();
  await uploads(page).waitFor({ state: "detached" });
  await until(async () => (await incoming()).length === 0, "what has arrived to go");
  await release();
  await pasteFiles(page, PNG);
  await textOf(page).locator('img[src^="/files/"]').waitFor();
  expect(await filesOf(id)).toEqual(["the-lid.png"]);
  expect(await textOf(page).textContent()).toBe("Before. One can go on writing.");
});

test("an upload that failed says why and is sent again; a type that is not taken says so and is not", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  const id = await beginArticle(ivo, "Send it twice");
  await page.route("**/files?**", (route) => route.abort("connectionreset"));
  await textOf(page).click();
  await pasteFiles(page, PNG);
  await uploads(page).getByRole("alert").getByText(errors.UPLOAD_INTERRUPTED).waitFor();
  await page.unroute("**/files?**");
  await uploads(page).getByRole("button", { name: upload.retry }).click();
  await textOf(page).locator('img[src^="/files/"]').waitFor();
  await uploads(page).waitFor({ state: "detached" });

  const program = Buffer.from("\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0", "latin1").toString("base64");
  await pasteFiles(page, { name: "no-picture.png", type: "image/png", bytes: program });
  await uploads(page).getByRole("alert").getByText(errors.FILE_TYPE_REFUSED).waitFor();
  expect(await uploads(page).getByRole("button", { name: upload.retry }).count()).toBe(0);
  await uploads(page).getByRole("button", { name: upload.dismiss }).click();
  await uploads(page).waitFor({ state: "detached" });
  expect(await textOf(page).locator('img[src^="/files/"]').count()).toBe(1);
  expect(await filesOf(id)).toEqual(["the-lid.png"]);
});

test("files stand where they were given, in their order, and what is no picture is linked to, for readers too", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await beginArticle(ivo, "Everything in one go");
  await write(page, "Here: ");
  // The first arrives last.
  const held = Promise.withResolvers<void>();
  await page.route("**/files?**the-lid.png", async (route) => {
    await held.promise;
    await route.continue();
  });
  const notes = { name: "notes.txt", type: "text/plain", bytes: Buffer.from("Wind it up.").toString("base64") };
  await pasteFiles(page, PNG, notes);
  await textOf(page).getByText("notes.txt").waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Look! ");
  held.resolve();
  await textOf(page).locator('img[src^="/files/"]').waitFor();
  await page.keyboard.type("Now. ");
  expect(await textOf(page).textContent()).toContain("Look! Now. Here: ");
  await page.keyboard.press("Control+Enter");
  await standing(page, knowledge.standing.live).waitFor();

  const address = await page.getByRole("link", { name: editor.see }).getAttribute("href");
  const { page: visitor } = await openWindow("customer");
  await visitor.goto(address ?? "");
  const paragraph = visitor.locator(".article-text > p").first();
  expect(await paragraph.locator("img, a").evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([
    "IMG",
    "A",
  ]);
  const answer = await visitor.request.get((await paragraph.locator("a").getAttribute("href")) ?? "");
  expect(await answer.text()).toBe("Wind it up.");
});

function uploads(page: Page) {
  return page.getByRole("list", { name: upload.label });
}

async function partOf(bar: ReturnType<Page["locator"]>): Promise<number> {
  return Number(await bar.getAttribute("value"));
}

/** Lets so little of what is sent through that one can look at it on its way. @returns what ends that. */
async function slowDown(page: Page): Promise<() => Promise<void>> {
  const browser = await page.context().newCDPSession(page);
  const all = { offline: false, latency: 0, downloadThroughput: -1 };
  await browser.send("Network.enable");
  await browser.send("Network.emulateNetworkConditions", { ...all, uploadThroughput: 60_000 });
  return async () => {
    await browser.send("Network.emulateNetworkConditions", { ...all, uploadThroughput: -1 });
  };
}

/** What is arriving on the disk of the system's server. */
async function incoming(): Promise<string[]> {
  const [row] = await ask<{ data_directory: string }>("SHOW data_directory");
  return readdir(join(dirname(row?.data_directory ?? ""), "files/incoming")).catch(() => []);
}

async function filesOf(articleId: string): Promise<string[]> {
  const rows = await ask<{ name: string }>("SELECT name FROM file WHERE article_id = $1", [articleId]);
  return rows.map(({ name }) => name);
}
