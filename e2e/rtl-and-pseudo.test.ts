import { GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "./setup/database.ts";
import { openWindow, signIn, untilLive, useBrowser, type Window } from "./setup/person.ts";
import { findSamples } from "./setup/samples.ts";
import { MAILED_TO, NO_WORD, type Samples, SCREENS } from "./setup/screens.ts";

useBrowser();

/** Dates are the platform's words. */
const DATE = /^[A-Z][a-z]{2} \d{1,2}(, \d{4}|$)/;

let samples: Samples;
let data: string;
beforeAll(async () => {
  samples = await findSamples();
  data = await everythingWritten();
});

describe.each([
  { locale: "ar-XB", direction: "rtl" },
  { locale: "en-XA", direction: "ltr" },
] as const)("in $locale", ({ locale, direction }) => {
  const windows: Record<string, Window> = {};
  beforeAll(async () => {
    const look = { width: 360, locale, options: { reducedMotion: "reduce" } } as const;
    windows.customer = await signIn(MARA, look);
    windows.console = await signIn(IVO, look);
    windows["console by admin"] = await signIn(GRACE, look);
    windows["customer by nobody"] = await openWindow("customer", look);
    windows["console by nobody"] = await openWindow("console", look);
  });

  test.each(SCREENS)(
    "$app: $name reads in its direction, fits 360 px, and takes every word from the messages",
    async (screen) => {
      const window = windows[screen.by ? `${screen.app} by ${screen.by}` : screen.app];
      if (!window) throw new Error("no window");
      const { page } = window;
      await page.goto(screen.path(samples));
      if (screen.by !== "nobody" && !screen.status) await untilLive(window);
      await screen.reach?.(page);
      expect(await page.locator("html").getAttribute("dir")).toBe(direction);
      expect(await beyond(page), "what stands beyond the edges").toEqual([]);
      expect((await plainEnglish(page)).filter((text) => !isData(text) && !DATE.test(text))).toEqual([]);
      expect(window.witness.complaints.filter((text) => !text.includes("status of 404"))).toEqual([]);
    },
  );
});

/** Elements that make the page wider than its window. */
function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > clientWidth + 1 || left < -1);
    });
    return [`${scrollWidth} px`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 200))];
  });
}

/** Texts that a person can read or hear and that the pseudo-locale has not made strange. */
function plainEnglish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isStrange = (text: string) => /[áéíóúÁÉÍÓÚñç]|\[|·/.test(text) || !/[A-Za-z]{3}/.test(text);
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Times are the platform's words, keys the keyboard's.
      if (
        !node.parentElement?.closest(
          "script, style, template, time, kbd, .message-text, .article-text, .excerpt, [hidden]",
        )
      )
        texts.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [alt]"))
      for (const name of ["aria-label", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== "" && !isStrange(text)))];
  });
}

/** What people have written rather than we: names, subjects, texts, addresses. */
async function everythingWritten(): Promise<string> {
  const rows = await ask<{ text: string }>(
    `SELECT concat_ws(E'\\n', name, email) AS text FROM person
     UNION ALL SELECT concat_ws(E'\\n', name, slug, tagline, description, version) FROM product
     UNION ALL SELECT name FROM desk UNION ALL SELECT licence FROM purchase
     UNION ALL SELECT subject FROM conversation UNION ALL SELECT body FROM event WHERE body IS NOT NULL
     UNION ALL SELECT concat_ws(E'\\n', subject, text) FROM mail
     UNION ALL SELECT title FROM article UNION ALL SELECT concat_ws(E'\\n', title, summary, text, headings) FROM article_page
     UNION ALL SELECT concat_ws(E'\\n', name, description) FROM collection
     UNION ALL SELECT concat_ws(E'\\n', title, url, version) FROM product_link
     UNION ALL SELECT comment FROM article_vote WHERE comment IS NOT NULL UNION ALL SELECT query FROM search_log`,
  );
  return flat(rows.map(({ text }) => text).join("\n"));
}

function isData(text: string): boolean {
  return text === NO_WORD || text === MAILED_TO || data.includes(flat(text).replace(/…$/, "").trim());
}

/** Without the marks of Markdown, as lists show the beginning of a message. */
function flat(text: string): string {
  return text.replace(/```\w*|[*_`#>]+/g, "").replace(/\s+/g, " ");
}
