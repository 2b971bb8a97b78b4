import type { Locator, Page } from "playwright-core";
import { goLive, type Window } from "./person.ts";
import { words } from "./words.ts";

const { editor, knowledge } = words.console;

/** A picture of 48 × 32 pixels, as base64. */
export const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAMAAABjCgsuAAAAA1BMVEUAqnc9840mAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFklEQVQ4jWNgGAWjYBSMglEwChgwAAAGIAAB3kzjHAAAAABJRU5ErkJggg==";

/** Where the text of an article is written. */
export function textOf(page: Page): Locator {
  return page.getByRole("textbox", { name: editor.body });
}

/** Starts an article from the list, as a writer does. @returns its id. */
export async function beginArticle(window: Window, title: string): Promise<string> {
  const { page } = window;
  await goLive(window, "/knowledge");
  await page.getByRole("button", { name: knowledge.new.open }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(knowledge.new.name).fill(title);
  await dialog.getByRole("button", { name: knowledge.new.create }).click();
  await page.waitForURL(/\/knowledge\/[0-9a-f-]{36}$/);
  await textOf(page).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Writes at the end of the text. */
export async function write(page: Page, text: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

/** What the article's pill says of where it stands. */
export function standing(page: Page, text: string): Locator {
  return page.getByText(text, { exact: true }).first();
}

/** Chooses something beside the main button. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: editor.publish.more }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** A message after an action. */
export function toast(page: Page, text: string): Locator {
  return page.getByRole("region", { name: words.ui.kit.notifications }).getByText(text, { exact: true });
}

/** Takes back what was just done, by what is offered with its message. */
export async function undo(page: Page, text: string): Promise<void> {
  await toast(page, text).waitFor();
  await page
    .getByRole("region", { name: words.ui.kit.notifications })
    .locator("> *")
    .filter({ hasText: text })
    .getByRole("button", { name: editor.undo, exact: true })
    .click();
}

/** A file of somebody's. */
export interface OwnFile {
  name: string;
  type: string;
  /** Its bytes as base64. */
  bytes: string;
}

/** Pastes files where the cursor is. */
export async function pasteFiles(page: Page, ...files: OwnFile[]): Promise<void> {
  await textOf(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const { name, type, bytes } of given) {
      const whole = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
      clipboardData.items.add(new File([whole], name, { type }));
    }
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, files);
}
