import type { DemoPerson } from "@mintreu/db/seed/people";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium as engine, type Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { PATIENCE, until } from "./until.ts";
import { Witness } from "./witness.ts";

// Not the package's own arguments: its --single-process dies when a context closes.
const ARGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

let browser: Browser | undefined;

/** Opens a browser for the tests of a file; each person gets a profile of their own in it. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await engine.launch({ executablePath: await chromium.executablePath(), args: ARGS, headless: true });
  });
  afterAll(() => browser?.close());
}

/** How a person looks at it. */
export interface Looks {
  width?: number;
  height?: number;
  theme?: "light" | "dark";
  locale?: "en" | "en-XA" | "ar-XB";
  options?: BrowserContextOptions;
}

/** A window of somebody, with all that it shows, asks and complains about on record. */
export interface Window {
  page: Page;
  witness: Witness;
  /** Address of the app it is in. */
  origin: string;
}

/** A fresh profile with one tab, signed in as nobody. */
export async function openWindow(app: "customer" | "console", looks: Looks = {}): Promise<Window> {
  if (!browser) throw new Error("useBrowser() opens the browser");
  const { customer, console } = inject("system");
  const origin = app === "customer" ? customer : console;
  const { width = 1440, height = width < 700 ? 740 : 900, theme = "light", locale = "en", options } = looks;
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const cookies = { theme, locale, tz: "UTC" };
  // A host's cookies are the same on every port: both apps get them.
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })));
  const witness = new Witness(context, [customer, console]);
  return { page: await context.newPage(), witness, origin };
}

/** Signs a person in as they would in the demo: by a click on their name. */
export async function signIn(person: DemoPerson, looks: Looks = {}): Promise<Window> {
  const window = await openWindow(person.role === "customer" ? "customer" : "console", looks);
  await enterAs(window.page, person);
  return window;
}

/** Clicks the person's name on the demo page and waits until they are inside. */
export async function enterAs(page: Page, person: DemoPerson): Promise<void> {
  await page.goto("/demo");
  await page.getByRole("button", { name: person.email }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/demo"));
}

/** Waits until the page's scripts run and its live socket is open: from now on it hears of everything. */
export async function untilLive({ witness }: Window): Promise<void> {
  await until(() => witness.live, "the live socket");
}

/** Opens an address and waits until the page is live. */
export async function goLive(window: Window, path: string): Promise<void> {
  await window.page.goto(path);
  await untilLive(window);
}
