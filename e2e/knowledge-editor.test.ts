import { GRACE, IVO, IVO_DESK } from "@mintreu/db/seed/people";
import { expect, test } from "vitest";
import { ask } from "./setup/database.ts";
import { beginArticle, PICTURE, pasteFiles, textOf } from "./setup/editor.ts";
import { goLive, openWindow, signIn, useBrowser } from "./setup/person.ts";
import { fill, words } from "./setup/words.ts";

useBrowser();

const { editor, knowledge } = words.console;

test("an article is written, published, read by a visitor, changed and brought back", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await beginArticle(ivo, "Export every invoice of a year");
  const text = textOf(page);
  await text.click();
  await page.keyboard.type("## Before you begin\nOpen **Ledgerleaf** on your computer.\n");
  await page.keyboard.type("/tip");
  await page.getByRole("option", { name: editor.insert.tip }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("The year can still be open.");
  await text.locator(".callout-tip").waitFor();
  await page.keyboard.press("Control+End");
  await pasteFiles(page, { name: "invoice-list.png", type: "image/png", bytes: PICTURE });
  await text.locator('img[src^="/files/"]').waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText(knowledge.standing.live, { exact: true }).waitFor();

  const visitor = await openWindow("customer");
  const address = await page.getByRole("link", { name: editor.see }).getAttribute("href");
  const { pathname } = new URL(address ?? "", visitor.origin);
  expect(pathname).toMatch(/^\/help\/articles\/export-every-invoice-of-a-year(-\d+)?$/);
  await visitor.page.goto(pathname);
  const article = visitor.page.locator(".article-text");
  await article.getByRole("heading", { level: 2, name: "Before you begin" }).waitFor();
  expect(await article.locator("strong").textContent()).toBe("Ledgerleaf");
  expect(await article.locator(".callout-tip").textContent()).toContain("The year can still be open.");
  const picture = article.locator('img[src^="/files/"]');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

  await article.locator("strong").waitFor();
  await text.getByText("The year can still be open.").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Close it afterwards.");
  await page.keyboard.press("Control+s");
  await page.getByText(knowledge.standing.liveDraft, { exact: true }).waitFor();
  await visitor.page.reload();
  expect(await article.textContent()).not.toContain("Close it afterwards");
  await page.keyboard.press("Control+Enter");
  await page.getByText(knowledge.standing.live, { exact: true }).waitFor();
  await expect
    .poll(async () => {
      await visitor.page.reload();
      return article.textContent();
    })
    .toContain("Close it afterwards.");

  await page.getByRole("button", { name: editor.history.title }).click();
  const history = page.getByRole("dialog", { name: editor.history.title });
  await history.locator("ins").filter({ hasText: "Close it afterwards." }).waitFor();
  await history.getByRole("button", { name: fill(editor.history.revision, { number: 2 }) }).click();
  await history.getByRole("button", { name: fill(editor.history.restore, { number: 2 }) }).click();
  await history.waitFor({ state: "detached" });
  await text.getByText("The year can still be open.", { exact: true }).waitFor();
  expect(await text.textContent()).not.toContain("Close it afterwards");
  expect([...ivo.witness.complaints, ...visitor.witness.complaints]).toEqual([]);
});

test("a change of one paragraph changes no other line of the article, and looking changes none", async () => {
  const [found] = await ask<{ id: string; body: string }>(
    `SELECT a.id, r.body FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
     JOIN desk d ON d.id = a.desk_id WHERE d.slug = $1 ORDER BY length(r.body) DESC LIMIT 1`,
    [IVO_DESK],
  );
  if (!found) throw new Error("Ivo's desk has no article.");
  const ivo = await signIn(IVO);
  await goLive(ivo, `/knowledge/${found.id}`);
  const text = textOf(ivo.page);
  await text.waitFor();
  expect(await ivo.page.getByRole("button", { name: editor.save, exact: true }).isDisabled()).toBe(true);
  await text.locator(":scope > p").first().click();
  await ivo.page.keyboard.press("Home");
  await ivo.page.keyboard.type("Changed: ");
  await ivo.page.keyboard.press("Control+s");
  await ivo.page.getByRole("status").getByText(editor.done.saved, { exact: true }).first().waitFor();
  const [saved] = await ask<{ body: string }>(
    "SELECT body FROM article_revision WHERE article_id = $1 ORDER BY number DESC LIMIT 1",
    [found.id],
  );
  const before = found.body.split("\n");
  const after = saved?.body.split("\n") ?? [];
  expect(after).toHaveLength(before.length);
  expect(after.filter((line, place) => line !== before[place])).toHaveLength(1);
});

test("what is typed and not saved is there again after the tab was closed", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await beginArticle(ivo, "Move to another computer");
  await textOf(page).click();
  await page.keyboard.type("Copy the folder first.");
  await page.getByText(editor.state.draft, { exact: true }).waitFor();
  await page.reload();
  await page.getByText(editor.draft.restored).waitFor();
  await textOf(page).getByText("Copy the folder first.").waitFor();
  await page.getByRole("button", { name: editor.draft.discard }).click();
  await expect.poll(() => textOf(page).textContent()).not.toContain("Copy the folder first.");
});

test("two people at one article are warned, and neither loses a word", async () => {
  const ivo = await signIn(IVO);
  await beginArticle(ivo, "Change the currency");
  const { pathname } = new URL(ivo.page.url());
  const grace = await signIn(GRACE);
  await goLive(grace, pathname);
  await grace.page.getByText(IVO.name).and(grace.page.locator("[role=status] *")).first().waitFor();
  await textOf(grace.page).click();
  await grace.page.keyboard.type("Words of Grace.");
  await textOf(ivo.page).click();
  await ivo.page.keyboard.type("Words of Ivo.");
  await ivo.page.keyboard.press("Control+s");
  await ivo.page.getByRole("status").getByText(editor.done.saved, { exact: true }).first().waitFor();
  await grace.page.keyboard.press("Control+s");
  // The dialog opens by itself for whoever wants to save; who waits is told by a banner that opens it.
  const dialog = grace.page.getByRole("dialog");
  await dialog.locator("ins").filter({ hasText: "Words of Ivo." }).waitFor();
  await grace.page.keyboard.press("Escape");
  await grace.page.getByText(editor.stale.title, { exact: true }).waitFor();
  await grace.page.getByRole("button", { name: editor.stale.look }).click();
  await dialog.locator("ins").filter({ hasText: "Words of Ivo." }).waitFor();
  await dialog.getByRole("button", { name: editor.stale.mine }).click();
  expect(await textOf(grace.page).textContent()).toContain("Words of Grace.");
  await grace.page.keyboard.press("Control+s");
  await grace.page.getByRole("status").getByText(editor.done.saved, { exact: true }).first().waitFor();
  const id = pathname.split("/").at(-1);
  const rows = await ask<{ body: string }>("SELECT body FROM article_revision WHERE article_id = $1 ORDER BY number", [
    id,
  ]);
  expect(rows.map(({ body }) => body.trim())).toEqual(["", "Words of Ivo.", "Words of Grace."]);
});

test("only whoever writes an article gets what it takes", async () => {
  const ivo = await signIn(IVO);
  const EDITOR = "ProseMirror";
  for (const path of ["/mine", "/knowledge", "/knowledge/collections", "/help"]) await goLive(ivo, path);
  expect((await ivo.witness.everything()).includes(EDITOR)).toBe(false);
  await beginArticle(ivo, "Weigh the editor");
  expect((await ivo.witness.everything()).includes(EDITOR)).toBe(true);
});
