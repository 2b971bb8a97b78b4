import { AxeBuilder } from "@axe-core/playwright";
import { GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { openWindow, signIn, untilLive, useBrowser, type Window } from "./setup/person.ts";
import { findSamples } from "./setup/samples.ts";
import { type Samples, SCREENS, type Screen } from "./setup/screens.ts";

useBrowser();

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let samples: Samples;
beforeAll(async () => {
  samples = await findSamples();
});

describe.each([{ width: 1440 }, { width: 360 }])("at $width px", ({ width }) => {
  const windows: Record<string, Window> = {};
  beforeAll(async () => {
    // Nothing moves: a colour half faded in would be measured as it is.
    const look = { width, options: { reducedMotion: "reduce" } } as const;
    windows.customer = await signIn(MARA, look);
    windows.console = await signIn(IVO, look);
    windows["console by admin"] = await signIn(GRACE, look);
    windows["customer by nobody"] = await openWindow("customer", look);
    windows["console by nobody"] = await openWindow("console", look);
  });

  test.each(SCREENS)("$app: $name is accessible, fits, is silent and asks nobody else", async (screen) => {
    const window = windows[screen.by ? `${screen.app} by ${screen.by}` : screen.app];
    if (!window) throw new Error("no window");
    await show(window, screen);
    expect(await inspect(window.page)).toEqual([]);
    expect(await inspectDark(window.page), "in the dark").toEqual([]);
    expect(await overflow(window.page), "px to scroll sideways").toBeLessThanOrEqual(0);
    expect(window.witness.complaints.splice(0).filter((text) => !isAnswer(text, screen))).toEqual([]);
    expect(window.witness.foreign).toEqual([]);
    expect(window.witness.dialogs).toEqual([]);
  });
});

test("the dark theme is the same page with another attribute, so that looking at its colours is enough", async () => {
  const [light, dark] = [await openWindow("customer"), await openWindow("customer", { theme: "dark" })];
  for (const { page } of [light, dark]) await page.goto("/sign-in");
  expect(await dark.page.locator("html").getAttribute("data-theme")).toBe("dark");
  const [inLight, inDark] = await Promise.all([light, dark].map(({ page }) => page.locator("body").innerHTML()));
  expect(withoutIds(inDark)).toBe(withoutIds(inLight));
});

async function show(window: Window, screen: Screen): Promise<void> {
  const { page } = window;
  const answer = await page.goto(screen.path(samples));
  expect(answer?.status()).toBe(screen.status ?? 200);
  if (screen.by !== "nobody" && !screen.status) await untilLive(window);
  await screen.reach?.(page);
  await page.evaluate(() => document.fonts.ready);
}

/** Colours are all that the theme changes. */
async function inspectDark(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    // A colour on its way from light to dark is neither.
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; }");
    document.adoptedStyleSheets = [still];
    document.documentElement.setAttribute("data-theme", "dark");
  });
  return violationsOf(lookAt(page).withRules(["color-contrast"]));
}

function inspect(page: Page): Promise<string[]> {
  return violationsOf(lookAt(page).withTags(RULES));
}

/** There are no frames to look into; without legacy mode each look opens a page of its own. */
function lookAt(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function violationsOf(look: AxeBuilder): Promise<string[]> {
  const { violations } = await look.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      // A menu stands outside the landmarks while it is open, as the pattern has it: it holds the focus.
      .filter(({ html }) => !(id === "region" && html.startsWith("<div data-radix-popper")))
      .map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`),
  );
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The browser notes in its console that a page that is not there is not there. */
function isAnswer(text: string, { status }: Screen): boolean {
  return status !== undefined && text.includes(`status of ${status}`);
}

function withoutIds(html: string | undefined): string | undefined {
  return html?.replace(/<script[\s\S]*?<\/script>/g, "").replace(/ (id|for|aria-describedby|name)="[^"]*"/g, "");
}
