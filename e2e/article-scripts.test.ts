import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderMarkdown } from "@mintreu/api/articles/render";
import { SCRIPT_CORPUS } from "@mintreu/api/testing/script-corpus";
import { expect, test } from "vitest";
import { contentSecurityPolicy } from "../packages/ui/src/csp.ts";
import { openWindow, useBrowser } from "./setup/person.ts";

useBrowser();

/** A real help centre, beside the repository where there is one. */
const HELP = process.env.CORPUS ?? join(import.meta.dirname, "../../shared/corpus/help-center");
const ARTICLES = existsSync(HELP)
  ? readdirSync(HELP, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))
  : [];

const VECTORS = SCRIPT_CORPUS.flatMap((vector) => [vector, `- ${vector}`, `<div>\n${vector}\n</div>`]);
const POLICY = contentSecurityPolicy({ nonce: "bm9uY2U", host: null, dev: false });

const POLICIES: [name: string, policy: string | null][] = [
  ["under our policy", POLICY],
  // So that nothing is safe only because the policy stops it.
  ["without any policy", null],
];

test.each(POLICIES)("no article of the script corpus runs anything in a browser, %s", async (_name, policy) => {
  for (let at = 0; at < VECTORS.length; at += 40) await staysQuiet(VECTORS.slice(at, at + 40), policy);
});

/** Rendered once for both policies. */
const rendered = new Map<string, Promise<string>>();
const htmlOf = (text: string) => {
  const html = rendered.get(text) ?? renderMarkdown(text).then(({ html }) => html);
  rendered.set(text, html);
  return html;
};

test.skipIf(ARTICLES.length === 0).each(POLICIES)(
  "no article of a whole help centre does, %s",
  async (_name, policy) => {
    const texts = ARTICLES.map((name) => readFileSync(join(HELP, name), "utf8"));
    for (let at = 0; at < texts.length; at += 40) await staysQuiet(texts.slice(at, at + 40), policy);
  },
);

test("a script that does run is noticed by these tests", async () => {
  const { page } = await openPage(['<img src="x" onerror="window.ran=1">'], null);
  await expect.poll(() => page.evaluate(() => Reflect.has(window, "ran"))).toBe(true);
});

/** Fails when anything in these articles runs, asks for something elsewhere or takes the place of what is the page's. */
async function staysQuiet(texts: readonly string[], policy: string | null): Promise<void> {
  const { page, witness } = await openPage(await Promise.all(texts.map(htmlOf)), policy);
  const found = await page.evaluate(async () => {
    const said: string[] = [];
    // What waits for a hand: each is pointed at and given the focus, and where it leads is looked at.
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      for (const name of ["mouseover", "pointerenter", "focusin", "animationstart", "toggle"]) {
        element.dispatchEvent(new Event(name, { bubbles: true }));
      }
      element.focus();
      const leads = element.getAttribute("href");
      if (leads && !/^(https?|mailto|tel):/.test(new URL(leads, location.href).href)) said.push(element.outerHTML);
    }
    // Whatever these have started comes before this.
    await new Promise((done) => setTimeout(done));
    if (Reflect.has(window, "ran")) said.push("a script ran");
    for (const name of ["config", "process", "define", "url", "env"]) {
      if (Reflect.has(window, name)) said.push(`window.${name} was taken`);
    }
    return said;
  });
  expect([...found, ...witness.dialogs]).toEqual([]);
}

async function openPage(articles: readonly string[], policy: string | null) {
  const { page, witness } = await openWindow("customer");
  const address = "http://articles.test/";
  await page.route("**/*", (route) => {
    if (route.request().url() !== address) return route.fulfill({ status: 404, body: "" });
    const body = `<!doctype html><meta charset="utf-8"><title>x</title><main>${articles.join("\n<hr>\n")}</main>`;
    const headers = { "content-type": "text/html", ...(policy ? { "content-security-policy": policy } : {}) };
    return route.fulfill({ body, headers });
  });
  await page.goto(address);
  return { page, witness };
}
