import type { Locator, Page } from "playwright-core";
import { goLive, type Window } from "./person.ts";
import { words } from "./words.ts";

/** What a customer asks. */
export interface Question {
  /** Name of a product that the customer has bought. */
  product: string;
  subject: string;
  body: string;
}

/** Asks through the form, as a customer does. @returns the conversation's id. */
export async function openTicket(window: Window, { product, subject, body }: Question): Promise<string> {
  const { page } = window;
  const { newTicket } = words.customer;
  await goLive(window, "/conversations/new");
  await page.locator("label").filter({ hasText: product }).click();
  await page.getByLabel(newTicket.category).selectOption({ label: newTicket.categories.question });
  await page.getByLabel(newTicket.subject, { exact: true }).fill(subject);
  await page.getByLabel(newTicket.body).fill(body);
  await page.getByRole("button", { name: newTicket.submit }).click();
  await page.waitForURL(/\/conversations\/[0-9a-f-]{36}$/);
  await message(page, body).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Where messages are written. */
export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: words.ui.composer.replyLabel });
}

/** Where notes are written. */
export function noteComposer(page: Page): Locator {
  return page.getByRole("textbox", { name: words.ui.composer.notePlaceholder });
}

/** Writes a message and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.keyboard.press("Control+Enter");
}

/** Says what the next text is to be. */
export async function chooseMode(page: Page, mode: "reply" | "note"): Promise<void> {
  const { composer: said } = words.ui;
  await page.getByRole("group", { name: said.mode }).getByText(said[mode], { exact: true }).click();
}

/** Writes an internal note and adds it. */
export async function writeNote(page: Page, text: string): Promise<void> {
  await chooseMode(page, "note");
  await noteComposer(page).fill(text);
  await page.getByRole("button", { name: words.ui.composer.addNote }).click();
}

/** The rows of the thread, oldest first. */
export function rows(page: Page): Locator {
  return page.getByRole("region", { name: words.ui.thread.label }).getByRole("listitem");
}

/** The row with a text. */
export function message(page: Page, text: string): Locator {
  return rows(page).filter({ hasText: text });
}

/** The row of a conversation in a list of either app. */
export function listed(page: Page, subject: string): Locator {
  return page.getByRole("listitem").getByRole("link", { name: subject });
}
