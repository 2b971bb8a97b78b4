import { join } from "node:path";
import { folderSource } from "@mintreu/api/articles/transfer/folder-source";
import { importArticles } from "@mintreu/api/articles/transfer/import-articles";
import { MARA, PLATFORM_DESK } from "@mintreu/db/seed/people";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "./setup/database.ts";
import { openWindow, signIn, useBrowser } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { words } from "./setup/words.ts";
import { Writer } from "./setup/writing.ts";

useBrowser();

/** A real help centre of 414 articles, which tests may read and the product does without. */
const CORPUS = join(import.meta.dirname, "../../shared/corpus/help-center/content");
const { articleVote, help, newTicket } = words.customer;

let writer: Writer;
beforeAll(async () => {
  writer = await Writer.start();
});
afterAll(() => writer[Symbol.asyncDispose]());

async function importCorpus() {
  const [desk] = await ask<{ id: string }>("SELECT id FROM desk WHERE slug = $1", [PLATFORM_DESK]);
  const source = await folderSource(CORPUS);
  return importArticles(writer.context, { deskId: desk?.id ?? "", productId: null, draft: false, source });
}

test("a real help centre is imported whole, found with typos while typing, read, voted on and asked about", async () => {
  const report = await importCorpus();
  expect(report.added).toBe(414);
  // Its pictures are not there, and a few of its links lead nowhere any more: each is told.
  expect(report.problems.length).toBeGreaterThan(100);
  expect(report.problems.every(({ file, what }) => file !== "" && what !== "")).toBe(true);
  await until(
    async () => (await ask("SELECT FROM outbox WHERE name = 'search.index' LIMIT 1")).length === 0,
    "the index",
  );

  const { page } = await openWindow("customer");
  await page.goto("/help");
  await page.keyboard.press("/");
  await page.keyboard.type("uninstal libaries arduno ide");
  const option = page.getByRole("option", { name: /Uninstall libraries from Arduino IDE/ });
  await option.waitFor();
  await option.click();
  await page.getByRole("heading", { level: 1, name: "Uninstall libraries from Arduino IDE" }).waitFor();
  await page.getByRole("link", { name: "Remove libraries manually using the file manager" }).first().click();
  await until(async () => page.url().endsWith("#remove-libraries-manually-using-the-file-manager"), "the anchor");

  await page.getByRole("button", { name: articleVote.yes, exact: true }).click();
  await until(async () => (await votesOn("Uninstall libraries from Arduino IDE")) === 1, "the vote");

  const mara = await signIn(MARA);
  await mara.page.goto(new URL(page.url()).pathname);
  await mara.page.getByRole("link", { name: help.ask }).click();
  await mara.page.waitForURL(/\/conversations\/new\?article=/);
  await mara.page.getByRole("link", { name: "Uninstall libraries from Arduino IDE" }).waitFor();
  await mara.page.getByLabel(newTicket.subject, { exact: true }).waitFor();

  const again = await importCorpus();
  expect(again).toMatchObject({ added: 0, changed: 0, same: 414, collections: 0 });
});

async function votesOn(title: string): Promise<number> {
  const rows = await ask(
    "SELECT 1 FROM article_vote v JOIN article a ON a.id = v.article_id WHERE a.title = $1 AND v.helpful",
    [title],
  );
  return rows.length;
}
