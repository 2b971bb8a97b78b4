import { GRACE } from "@mintreu/db/seed/people";
import { enterAs, openWindow, type Window } from "./person.ts";
import { words } from "./words.ts";

/** Asks for a sign-in link as somebody who comes to the app's door. */
export async function requestLink(window: Window, email: string): Promise<void> {
  await window.page.goto("/sign-in");
  await askForLink(window, email);
}

/** Fills in the form that is open. */
export async function askForLink({ page }: Window, email: string): Promise<void> {
  const { form } = words.ui.signIn;
  // Before the form's script runs, a click would send nothing.
  await page.waitForLoadState("networkidle");
  await page.getByLabel(form.email).fill(email);
  await page.getByRole("button", { name: form.submit }).click();
  await page.waitForURL(/\/sign-in\/sent$/);
}

/** The console's mail log, as an admin sees it. */
export async function openMailLog(): Promise<Window> {
  const grace = await openWindow("console");
  await enterAs(grace.page, GRACE);
  await grace.page.goto("/mail");
  return grace;
}
