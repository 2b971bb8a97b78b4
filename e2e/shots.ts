import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type DemoPerson, GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as engine, type Page } from "playwright-core";
import { fill, words } from "./setup/words.ts";

/** Not the package's own arguments: its --single-process dies when a context closes. */
const ARGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
/** Biggest picture, in bytes: they are in every clone. */
const MOST_BYTES = 250_000;
const WIDE = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 980 };
const PHONE = { width: 360, height: 740 };
/** The product whose ticket is shown from both sides: Ivo's, and Mara has bought it. */
const PRODUCT = "ledgerleaf";
/** An article with contents, steps and a callout. */
const READ = "/help/articles/first-invoice-with-ledgerleaf";
/** What a visitor looks for, with a slip of the finger. */
const TYPED = "licnece";
/** The browser has no font for its author's name: Ivo has solved it before the pictures are taken. */
const SOLVED = "Logo looks blurry in the PDF";

/** Ivo's article that is shown while it is written: it has steps, code and a warning. */
const ARTICLE = "Restore files with Vaultmirror";

/** The other screens of the knowledge base, as an admin has them. */
const KNOWLEDGE_PAGES = {
  "/knowledge": "console-articles",
  "/knowledge/figures": "console-figures",
  "/knowledge/search": "console-search-settings",
};

interface Apps {
  customer: string;
  console: string;
}

interface Wishes {
  folder: string;
  say: (line: string) => void;
}

interface Look {
  size: { width: number; height: number };
  theme?: "light" | "dark";
}

/** What a picture is taken with. */
interface Studio extends Wishes {
  browser: Browser;
  apps: Apps;
}

/** Writes every picture of the documents: the same people, pages and sizes each time, on a seeded system. */
export async function takeShots(apps: Apps, wishes: Wishes): Promise<void> {
  mkdirSync(wishes.folder, { recursive: true });
  const browser = await engine.launch({ executablePath: await chromium.executablePath(), args: ARGS, headless: true });
  try {
    const studio: Studio = { ...wishes, browser, apps };
    await shootHelp(studio);
    const id = await shootCustomer(studio);
    await shootConsole(studio, id);
    await shootKnowledge(studio);
  } finally {
    await browser.close();
  }
}

/** The help centre as somebody comes to it who has not signed in. */
async function shootHelp(studio: Studio): Promise<void> {
  const page = await visit(studio, studio.apps.customer, { size: WIDE });
  await page.goto("/help");
  await shoot(studio, page, "customer-help");
  await page.keyboard.press("/");
  await page.keyboard.type(TYPED);
  await page.getByRole("search").getByRole("option").first().waitFor();
  await shoot(studio, page, "customer-search");
  await page.goto(READ);
  await shoot(studio, page, "customer-article");
  await page.context().close();
}

/** @returns the conversation that the console shows, too. */
async function shootCustomer(studio: Studio): Promise<string> {
  const page = await enter(studio, MARA, { size: WIDE });
  await shoot(studio, page, "customer-home");
  await page.goto(`/products/${PRODUCT}`);
  await page.locator('main a[href^="/conversations/"]:not([href*="new"])').first().click();
  await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
  await settle(page);
  await shoot(studio, page, "customer-conversation");
  const { pathname } = new URL(page.url());
  await page.setViewportSize(TALL);
  await page.goto("/conversations/new");
  await fillNewTicket(page);
  await shoot(studio, page, "customer-new-ticket");
  await page.context().close();
  const phone = await enter(studio, MARA, { size: PHONE });
  await phone.goto(pathname);
  await shoot(studio, phone, "customer-phone");
  await phone.context().close();
  return pathname.split("/").at(-1) ?? "";
}

async function shootConsole(studio: Studio, id: string): Promise<void> {
  const path = `/open/${id}`;
  const page = await enter(studio, IVO, { size: WIDE });
  await solve(page);
  await page.goto(path);
  await shoot(studio, page, "console");
  await writeNote(page);
  await shoot(studio, page, "console-note");
  await page.context().close();
  const dark = await enter(studio, IVO, { size: WIDE, theme: "dark" });
  await dark.goto(path);
  await shoot(studio, dark, "console-dark");
  await dark.context().close();
  const phone = await enter(studio, IVO, { size: PHONE });
  await phone.goto("/open");
  await shoot(studio, phone, "console-phone");
  await phone.context().close();
}

/** What articles are written and looked after with. */
async function shootKnowledge(studio: Studio): Promise<void> {
  const { editor } = words.console;
  const ivo = await enter(studio, IVO, { size: WIDE });
  await ivo.goto("/knowledge");
  await ivo.getByRole("link", { name: ARTICLE }).click();
  await ivo.getByRole("textbox", { name: editor.body }).waitFor();
  await ivo.getByRole("button", { name: editor.preview.label }).click();
  await ivo.getByRole("region", { name: editor.preview.label }).getByText("Without the passphrase").waitFor();
  await shoot(studio, ivo, "console-editor");
  await ivo.context().close();
  const grace = await enter(studio, GRACE, { size: WIDE });
  for (const [path, name] of Object.entries(KNOWLEDGE_PAGES)) {
    await grace.goto(path);
    await shoot(studio, grace, name);
  }
  await grace.context().close();
}

/** A fresh profile, signed in by a click on the demo page. */
async function enter(studio: Studio, person: DemoPerson, look: Look): Promise<Page> {
  const { customer, console } = studio.apps;
  const page = await visit(studio, person.role === "customer" ? customer : console, look);
  await page.goto("/demo");
  await page.getByRole("button", { name: person.email }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/demo"));
  return page;
}

/** A fresh profile, signed in as nobody. */
async function visit({ browser }: Studio, baseURL: string, { size, theme = "light" }: Look): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: size, reducedMotion: "reduce", timezoneId: "UTC" });
  const cookies = { theme, locale: "en", tz: "UTC" };
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL })));
  return context.newPage();
}

async function fillNewTicket(page: Page): Promise<void> {
  const { newTicket } = words.customer;
  await page.locator("label").filter({ hasText: "Ledgerleaf" }).click();
  await page.getByLabel(newTicket.category).selectOption({ label: newTicket.categories.question });
  await page.getByLabel(newTicket.subject, { exact: true }).fill("Can two people close the same month?");
  await page
    .getByLabel(newTicket.body)
    .fill("My bookkeeper and I both have it open. Whose numbers count when we **both** press close?");
}

async function solve(page: Page): Promise<void> {
  const { status, statusSet } = words.console.properties;
  const { resolved } = words.ui.status.agents;
  await page.goto("/unassigned");
  await page.getByRole("link", { name: SOLVED }).click();
  await page.getByRole("button", { name: `${status}: ` }).click();
  await page.getByRole("menuitemradio", { name: resolved }).click();
  await page
    .getByText(new RegExp(fill(statusSet, { number: "\\d+", status: resolved })))
    .first()
    .waitFor();
}

async function writeNote(page: Page): Promise<void> {
  const { composer } = words.ui;
  await page.getByRole("group", { name: composer.mode }).getByText(composer.note, { exact: true }).click();
  await page
    .getByRole("textbox", { name: composer.notePlaceholder })
    .fill("Same cause as last week: the export keeps the old rate. Fixed in the next release.");
}

async function shoot({ folder, say }: Studio, page: Page, name: string): Promise<void> {
  await settle(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes, more than ${MOST_BYTES}`);
  say(`docs/pictures/${name}.png, ${Math.ceil(size / 1000)} kB`);
}

/** Fonts are there, nothing is loading, and the page has drawn what came over the socket. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
