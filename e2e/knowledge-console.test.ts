import { AMINA, GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { composer, message, openTicket } from "./setup/conversation.ts";
import { ask } from "./setup/database.ts";
import { goLive, openWindow, signIn, untilLive, useBrowser, type Window } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { fill, words } from "./setup/words.ts";

useBrowser();

const { finder, knowledge, relevance, suggest } = words.console;

test("a developer does not find, count, open or take home another desk's draft", async () => {
  const title = `Unannounced ${unheardOf()}`;
  const amina = await signIn(AMINA);
  await goLive(amina, "/knowledge");
  await amina.page.keyboard.press("c");
  await amina.page.getByLabel(knowledge.new.name, { exact: true }).fill(title);
  await amina.page.keyboard.press("Enter");
  await amina.page.waitForURL(/\/knowledge\/[0-9a-f-]{36}$/);
  const { pathname } = new URL(amina.page.url());
  const [draft] = await ask<{ deskId: string }>('SELECT desk_id AS "deskId" FROM article WHERE title = $1', [title]);
  expect(await looksFor(amina, title)).toEqual({ listed: 1, found: 1 });

  const ivo = await signIn(IVO);
  expect(await looksFor(ivo, title)).toEqual({ listed: 0, found: 0 });
  expect((await ivo.page.goto(pathname))?.status()).toBe(404);
  await goLive(ivo, "/knowledge");
  expect(await exportStatus(ivo.page, draft?.deskId)).toBe(404);
  expect(await exportStatus(amina.page, draft?.deskId)).toBe(200);
});

test("what customers do not find becomes a synonym by one click, from what an agent answered by keys, and is found then", async () => {
  const word = unheardOf();
  const visitor = await openWindow("customer");
  await visitor.page.goto(`/help/search?q=${word}`);
  await until(async () => (await missed(word)) > 0, "the search to be counted");

  await answersByKeys(word);
  const grace = await signIn(GRACE);
  await goLive(grace, "/knowledge/search");
  const miss = grace.page
    .getByRole("list", { name: relevance.misses.title })
    .getByRole("listitem")
    .filter({ hasText: word });
  await miss
    .getByRole("button", { name: new RegExp(fill(relevance.misses.meansFor, { query: word, proposal: ".+" })) })
    .click();
  await miss.waitFor({ state: "detached" });

  // What customers are answered follows within seconds.
  await until(async () => {
    await visitor.page.goto(`/help/search?q=${word}`);
    return (await visitor.page.locator('main a[href^="/help/articles/"]').count()) > 0;
  }, "the search to find something");
});

/** A word that is in no text and near to none: another one each time, as the test may be run twice on one system. */
function unheardOf(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => "bcdfghjkqvwxz".charAt(byte % 13));
  return `zo${letters.join("")}`;
}

/** How often it is in the list of articles, and in the box that finds everything, whatever else is. */
async function looksFor(window: Window, title: string): Promise<{ listed: number; found: number }> {
  const { page } = window;
  await goLive(window, `/knowledge?${new URLSearchParams({ q: title })}`);
  await page.getByRole("link", { name: title }).or(page.getByText(knowledge.empty.filteredTitle)).first().waitFor();
  const listed = await page.getByRole("link", { name: title }).count();
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: finder.label });
  await box.fill(title);
  const option = page.getByRole("option").filter({ hasText: title });
  const none = page.getByText(fill(finder.none, { text: title }));
  await option
    .or(none)
    .or(page.getByRole("option").filter({ hasText: /./ }))
    .first()
    .waitFor();
  const found = await option.count();
  await page.keyboard.press("Escape");
  return { listed, found };
}

/** A customer asks with a word of their own; an agent answers with an article that says it in other words. */
async function answersByKeys(word: string): Promise<void> {
  const title = "sync between devices";
  const mara = await signIn(MARA);
  const id = await openTicket(mara, {
    product: "Pinenote",
    subject: `Is ${word} possible?`,
    body: `How does ${word} work?`,
  });
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await goLive(ivo, `/open/${id}`);
  await page.keyboard.press("r");
  await page.keyboard.press("Control+j");
  const picker = page.getByRole("dialog", { name: suggest.insert });
  await picker.getByRole("combobox").fill(title);
  await picker.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => composer(page).inputValue()).toMatch(/\[.+\]\(http.+\/help\/articles\/.+\)/);
  const [, name = ""] = /\[(.+)\]\(/.exec(await composer(page).inputValue()) ?? [];
  await page.keyboard.press("Control+Enter");
  await message(page, name).waitFor();
  await untilLive(mara);
  await message(mara.page, name).getByRole("link", { name }).waitFor();
  await until(async () => (await answeredWith(id)) === 1, "the answer to be counted");
}

async function answeredWith(id: string): Promise<number> {
  return (await ask("SELECT 1 FROM article_ticket WHERE conversation_id = $1 AND kind = 'answered'", [id])).length;
}

async function missed(query: string): Promise<number> {
  return (await ask("SELECT 1 FROM search_log WHERE query = $1 AND found = 0", [query])).length;
}

/** What the page's own button would be answered. */
function exportStatus(page: Page, deskId: string | undefined): Promise<number> {
  return page.evaluate(async (desk) => (await fetch(`/knowledge/export?desk=${desk}`)).status, deskId);
}
