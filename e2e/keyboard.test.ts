import { GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listed, message, noteComposer, openTicket } from "./setup/conversation.ts";
import { goLive, signIn, useBrowser } from "./setup/person.ts";
import { words } from "./setup/words.ts";

useBrowser();

const { composer, status } = words.ui;
const { properties, shortcuts, views } = words.console;

test("an agent answers, notes, changes the status and resolves without a mouse", async () => {
  const mara = await signIn(MARA);
  const subjects = ["Third by keys", "Second by keys", "First by keys"];
  for (const subject of subjects) await openTicket(mara, { product: "Pinenote", subject, body: `Body. ${subject}.` });
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await goLive(ivo, "/mine");

  await page.keyboard.press("g");
  await page.keyboard.press("u");
  await page.waitForURL(/\/unassigned$/);
  await listed(page, "First by keys").waitFor();
  await page.keyboard.press("j");
  await expect.poll(() => focusedText(page)).toContain("First by keys");
  await page.keyboard.press("j");
  await expect.poll(() => focusedText(page)).toContain("Second by keys");
  await seesFocus(page);
  await page.keyboard.press("k");
  await expect.poll(() => focusedText(page)).toContain("First by keys");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "First by keys" }).waitFor();

  await page.keyboard.press("r");
  await page.keyboard.type("An answer by keys alone.");
  await page.keyboard.press("Control+Enter");
  await message(page, "An answer by keys alone.").waitFor();
  await page.keyboard.press("Escape");
  await seesFocus(page);

  await page.keyboard.press("n");
  await noteComposer(page).waitFor();
  await page.keyboard.type("A note by keys alone.");
  await page.keyboard.press("Control+Enter");
  await message(page, "A note by keys alone.").getByText(words.ui.thread.note.label).waitFor();
  await page.keyboard.press("Escape");

  await page.keyboard.press("s");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("End");
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await expect.poll(() => focusedText(page)).toContain(properties.status);
  await page.keyboard.press("s");
  await choose(page, status.agents.on_hold);
  await page.getByRole("button", { name: `${properties.status}: ${status.agents.on_hold}` }).waitFor();

  await page.keyboard.press("e");
  await page.getByRole("heading", { name: "Second by keys" }).waitFor();
  await page.keyboard.press("u");
  await page.waitForURL(/\/unassigned$/);
  await expect.poll(() => focusedText(page)).toContain("Second by keys");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await page.waitForURL(/\/resolved$/);
  const resolved = page.getByRole("region", { name: views.resolved });
  await resolved.getByRole("link", { name: "First by keys" }).first().waitFor();
});

test("the sheet of shortcuts opens by a key, and Escape gives the focus back", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await goLive(ivo, "/open");
  await page.keyboard.press("j");
  const before = await focusedText(page);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: shortcuts.title });
  await sheet.waitFor();
  await expect.poll(() => sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  for (const name of [words.console.actions.next, words.console.actions.resolveAndNext])
    await sheet.getByText(name).waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await expect.poll(() => focusedText(page)).toBe(before);
});

test("keys do nothing while somebody writes", async () => {
  const ivo = await signIn(IVO);
  const { page } = ivo;
  await goLive(ivo, "/open");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: composer.replyLabel }).waitFor();
  await page.keyboard.press("r");
  const { href } = new URL(page.url());
  await page.keyboard.type("jkeu?gm[");
  expect(await page.getByRole("textbox", { name: composer.replyLabel }).inputValue()).toBe("jkeu?gm[");
  expect(page.url()).toBe(href);
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("a customer asks and answers without a mouse, and always sees where the focus is", async () => {
  const mara = await signIn(MARA);
  const { page } = mara;
  const { newTicket } = words.customer;
  await goLive(mara, "/");
  await page.keyboard.press("Tab");
  await expect.poll(() => focusedText(page)).toContain(words.ui.kit.skip);
  await page.keyboard.press("Enter");
  await tabTo(page, words.customer.home.getHelp);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/conversations\/new/);
  await page.getByRole("heading", { name: newTicket.title }).waitFor();

  await tabTo(page, "Batchlight");
  for (let step = 0; step < 8 && !(await focusedText(page)).includes("Ledgerleaf"); step++) {
    await page.keyboard.press("ArrowDown");
    await seesFocus(page);
  }
  await tabTo(page, newTicket.category);
  // The list chooses by the first letters.
  await page.keyboard.type(newTicket.categories.bug.split(" ")[0] ?? "");
  await tabTo(page, newTicket.subject);
  await page.keyboard.type("Asked by keys");
  await tabTo(page, newTicket.body);
  await page.keyboard.type("No mouse was moved.");
  await tabTo(page, newTicket.submit);
  await page.keyboard.press("Enter");
  await message(page, "No mouse was moved.").waitFor();
  expect(await page.getByRole("heading", { name: "Asked by keys" }).count()).toBe(1);

  await tabTo(page, composer.replyLabel);
  await page.keyboard.type("One more thing.");
  await page.keyboard.press("Control+Enter");
  await message(page, "One more thing.").waitFor();
  await page.keyboard.type("And another.");
  await page.keyboard.press("Control+Enter");
  await message(page, "And another.").waitFor();
});

test.each([
  ["/open", IVO],
  ["/mail", GRACE],
])("every stop of the Tab key on the console's %s is visible", async (path, person) => {
  const window = await signIn(person);
  await goLive(window, path);
  for (let stop = 0; stop < 20; stop++) {
    await window.page.keyboard.press("Tab");
    await seesFocus(window.page);
  }
});

/** Presses Tab until what has the focus is called so; fails when it never is, or its focus cannot be seen on the way. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab");
    await seesFocus(page);
    if ((await focusedText(page)).includes(name)) return;
  }
  throw new Error(`The Tab key never comes to "${name}".`);
}

/** Walks a menu by the arrow key to a choice and takes it. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("menuitemradio", { name }).waitFor();
  // The menu takes the focus after it has opened; a key pressed before that goes to the page.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=menu]") !== null)).toBe(true);
  for (let step = 0; step < 8; step++) {
    const before = await focusedText(page);
    await page.keyboard.press("ArrowDown");
    // The menu moves the focus a moment after the key.
    await expect.poll(() => focusedText(page)).not.toBe(before);
    if ((await focusedText(page)).includes(name)) return page.keyboard.press("Enter");
  }
  throw new Error(`The menu never comes to "${name}".`);
}

/** How what has the focus is called: its labels, its name for screen readers, its text. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    const labels = "labels" in element && element.labels instanceof NodeList ? [...element.labels] : [];
    return [
      element.getAttribute("aria-label"),
      ...labels.map(({ textContent }) => textContent),
      element.textContent,
    ].join(" ");
  });
}

/** Fails unless what has the focus, or what stands for it, is drawn with an outline and on screen. */
async function seesFocus(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { outlined: true, name: "the page itself" };
    const outlined = (each: Element, pseudo?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each, pseudo);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    };
    const isText = element.matches("h1, main, [tabindex='-1']");
    const near = [element, element.closest("label"), element.closest("form")].filter((each) => each !== null);
    const name = element.outerHTML.slice(0, 160);
    return { outlined: isText || near.some((each) => outlined(each)) || outlined(element, "::after"), name };
  });
  expect(found.outlined, `the focus is seen on ${found.name}`).toBe(true);
}
