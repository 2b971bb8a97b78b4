import { checkLink } from "@mintreu/api/documentation/check-link";
import { createSite, TEST_NETWORK, type TestSite } from "@mintreu/api/testing/site";
import { AMINA, IVO } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask } from "./setup/database.ts";
import { undo } from "./setup/editor.ts";
import { goLive, openWindow, signIn, useBrowser, type Window } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { fill, words } from "./setup/words.ts";
import { Writer } from "./setup/writing.ts";

useBrowser();

const { documentation, order } = words.console;
const { form, links, problem, state } = documentation;
const PRODUCT = "Vaultmirror";

let writer: Writer;
let site: TestSite;
beforeAll(async () => {
  [writer, site] = await Promise.all([Writer.start(), createSite({ "/guide": "Here." })]);
});
afterAll(() => Promise.all([writer[Symbol.asyncDispose](), site.close()]));
beforeEach(() => ask("DELETE FROM product_link USING product p WHERE p.id = product_id AND p.name = $1", [PRODUCT]));

test("a link is added, what is wrong with it is said and loses nothing, and customers are warned while it is dead", async () => {
  const title = `The restoring of ${Date.now().toString(36)}`;
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await openLinks(ivo);
  await page.getByRole("button", { name: links.add }).first().click();
  const dialog = page.getByRole("dialog", { name: form.add });
  await dialog.getByLabel(form.url).fill("nowhere at all");
  await dialog.getByRole("button", { name: form.save }).click();
  await dialog.getByText(form.titleMissing).waitFor();
  await dialog.getByText(form.urlWrong).waitFor();
  expect(await dialog.getByLabel(form.url).inputValue()).toBe("nowhere at all");
  await dialog.getByLabel(form.title, { exact: true }).fill(title);
  // Nobody is called that, wherever it is asked.
  await dialog.getByLabel(form.url).fill("docs.example/guide");
  await dialog.getByLabel(form.kind).selectOption({ label: links.kinds.tutorial });
  await dialog.getByLabel(form.version).fill("3.x");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  const row = item(page, title);
  await row.getByText(fill(links.version, { version: "3.x" })).waitFor();
  await row.getByText(state.broken, { exact: true }).waitFor();
  await row.getByText(problem["unknown-host"]).waitFor();

  await page.getByRole("button", { name: links.add }).first().click();
  await dialog.getByLabel(form.title, { exact: true }).fill("The same once more");
  await dialog.getByLabel(form.url).fill("https://docs.example/guide");
  await page.keyboard.press("Enter");
  await page.getByText(words.ui.errors.ALREADY_LISTED).waitFor();
  expect(await dialog.getByLabel(form.title, { exact: true }).inputValue()).toBe("The same once more");
  await page.keyboard.press("Escape");

  const { page: visitor } = await openWindow("customer");
  await visitor.goto("/help/products/vaultmirror");
  const shown = visitor.getByRole("listitem").filter({ hasText: title });
  await shown.getByText(words.customer.help.broken).waitFor();
  expect(await shown.getByRole("link").getAttribute("href")).toBe("https://docs.example/guide");

  await edit(page, title, site.origin);
  await row.getByText(new URL(site.origin).host).waitFor();
  await row.getByText(state.broken, { exact: true }).waitFor();
  await checkFromHere(title);
  await page.reload();
  await row.getByText(state.alive, { exact: true }).waitFor();
  await visitor.reload();
  await shown.waitFor();
  expect(await shown.getByText(words.customer.help.broken).count()).toBe(0);
  await until(async () => {
    await visitor.goto(`/help/search?${new URLSearchParams({ q: title })}`);
    return (await visitor.getByRole("main").getByRole("link", { name: title }).count()) > 0;
  }, "the search to find it");
});

test("a private address is not asked, and customers are not led there", async () => {
  const before = site.connections();
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await openLinks(ivo);
  await add(page, "Our own printer", `http://127.0.0.1:${site.port}/guide`);
  await item(page, "Our own printer").getByText(problem["private-address"]).waitFor();
  await add(page, "What all may read", "https://docs.example/open");
  expect(site.connections()).toBe(before);
  const { page: visitor } = await openWindow("customer");
  await visitor.goto("/help/products/vaultmirror");
  await visitor.getByRole("link", { name: "What all may read" }).waitFor();
  expect(await visitor.content()).not.toContain("Our own printer");
});

test("links are ordered by keys, and one that was removed comes back to its place, for customers as well", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await openLinks(ivo);
  const titles = ["Alder", "Birch", "Cedar"] as const;
  for (const title of titles) await add(page, title, `https://docs.example/${title}`);
  await page.getByRole("button", { name: fill(order.handle, { name: "Cedar" }) }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.getByText(fill(order.moved, { name: "Cedar", place: 1, count: 3 })).waitFor({ state: "attached" });
  await until(async () => (await kept()).join() === "Cedar,Alder,Birch", "the order to be kept");

  await menu(page, "Alder", links.remove);
  await until(async () => (await kept()).join() === "Cedar,Birch", "it to be removed");
  await undo(page, fill(links.removed, { title: "Alder" }));
  await expect.poll(() => listed(page)).toEqual(["Cedar", "Alder", "Birch"]);
  const { page: visitor } = await openWindow("customer");
  await visitor.goto("/help/products/vaultmirror");
  const all = await visitor.getByRole("listitem").allTextContents();
  const seen = all.flatMap((text) => titles.find((title) => text.startsWith(title)) ?? []);
  expect(seen).toEqual(["Cedar", "Alder", "Birch"]);
});

test("another developer neither sees nor asks for what is listed for one's product", async () => {
  const ivo = await signIn(IVO);
  await openLinks(ivo);
  await add(ivo.page, "Before it is public", "http://127.0.0.1/draft");
  const amina = await signIn(AMINA);
  await goLive(amina, `/documentation?product=${await productId()}`);
  await amina.page.getByRole("heading", { level: 2 }).first().waitFor();
  expect(await amina.page.content()).not.toContain(PRODUCT);
  for (const what of ["links", "sources"]) {
    const path = `/api/trpc/documentation.${what}?input=${encodeURIComponent(JSON.stringify({ productId: await productId() }))}`;
    const { page, origin } = amina;
    expect((await page.request.get(`${origin}${path}`)).status(), what).toBe(404);
    expect((await ivo.page.request.get(`${origin}${path}`)).status(), what).toBe(200);
  }
  expect(await amina.witness.everything()).not.toContain("Before it is public");
});

async function openLinks(window: Window): Promise<void> {
  await goLive(window, `/documentation?product=${await productId()}`);
  await window.page.getByRole("heading", { name: fill(links.title, { product: PRODUCT }) }).waitFor();
}

async function productId(): Promise<string> {
  const [product] = await ask<{ id: string }>("SELECT id FROM product WHERE name = $1", [PRODUCT]);
  return product?.id ?? "";
}

function list(page: Page) {
  return page.getByRole("list", { name: fill(links.title, { product: PRODUCT }) });
}

function item(page: Page, title: string) {
  return list(page).getByRole("listitem").filter({ hasText: title });
}

function listed(page: Page): Promise<string[]> {
  return list(page).getByRole("link").allTextContents();
}

async function add(page: Page, title: string, url: string): Promise<void> {
  await page.getByRole("button", { name: links.add }).first().click();
  const dialog = page.getByRole("dialog", { name: form.add });
  await dialog.getByLabel(form.title, { exact: true }).fill(title);
  await dialog.getByLabel(form.url).fill(url);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await item(page, title).waitFor();
}

async function menu(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: fill(links.actions, { title }) }).press("Enter");
  await page.getByRole("menuitem", { name: entry, exact: true }).press("Enter");
}

/** Gives a link another address. */
async function edit(page: Page, title: string, origin: string): Promise<void> {
  await menu(page, title, links.edit);
  const dialog = page.getByRole("dialog", { name: form.edit });
  await dialog.getByLabel(form.url).fill(`${origin}/guide`);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
}

/** Asks a link as the worker does, in a network in which the test's own site is public. */
async function checkFromHere(title: string): Promise<void> {
  const [link] = await ask<{ id: string }>("SELECT id FROM product_link WHERE title = $1", [title]);
  await checkLink(writer.context.system, { linkId: link?.id ?? "" }, TEST_NETWORK);
}

async function kept(): Promise<string[]> {
  const rows = await ask<{ title: string }>(
    "SELECT l.title FROM product_link l JOIN product p ON p.id = l.product_id WHERE p.name = $1 ORDER BY l.position, l.id",
    [PRODUCT],
  );
  return rows.map(({ title }) => title);
}
