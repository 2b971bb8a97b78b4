import { PRODUCTS } from "@mintreu/db/seed/marketplace";
import { IVO, MARA, PEOPLE } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composer, listed, message, rows } from "./setup/conversation.ts";
import { ask } from "./setup/database.ts";
import { goLive, signIn, useBrowser, type Window } from "./setup/person.ts";

useBrowser();

const RUN = "window.ran=1;alert(1)";

/** HTML that runs something where it is taken for HTML. As text all of it is to be read. */
const HTML = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<iframe src="javascript:${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<a href="javascript:${RUN}">click</a>`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror="${RUN}">`,
  `<style>@import "javascript:${RUN}";</style>`,
  `<object data="javascript:${RUN}"></object>`,
  `<base href="//evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `"><script>${RUN}</script>`,
  `'-alert(1)-'`,
  `</title><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `<!--><script>${RUN}</script>-->`,
];

/** Markdown whose links or pictures would run something. Their words are to be read, and lead nowhere. */
const MARKDOWN = [
  `[click one](javascript:${RUN})`,
  "[click two](JaVaScRiPt:alert(1))",
  "[click three](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[click four](vbscript:msgbox(1))",
  "![click five](javascript:alert(1))",
  `![click six](x"onerror="${RUN})`,
  "[click seven]: javascript:alert(1)\n\n[click seven]",
  "<javascript:alert(8)>",
  "[click nine](\u0001javascript:alert(1))",
  "[click ten](//evil.example/x)",
];

const SUBJECT = `Subject <img src=x onerror="${RUN}"> </title><script>${RUN}</script>`;
const NAME = `Siobhan <img src=x onerror="${RUN}">`;
/** A customer of Ivo's whom no other test looks at. */
const GUEST = PEOPLE.find(({ email }) => email === "siobhan@example.org") ?? MARA;

beforeAll(() => rename(NAME));
afterAll(() => rename(GUEST.name));

test("whatever is written is shown as text and runs nothing, at the customer's and at the agent's", async () => {
  const guest = await signIn(GUEST);
  const ivo = await signIn(IVO);
  const id = await open(guest.page);
  await goLive(guest, `/conversations/${id}`);
  await goLive(ivo, `/unassigned/${id}`);
  for (const body of [...HTML, ...MARKDOWN]) await call(guest.page, "conversations.reply", { id, body });
  for (const window of [guest, ivo]) {
    await message(window.page, "click ten").waitFor();
    await looksHarmless(window);
    // The same when it comes with the page.
    await goLive(window, new URL(window.page.url()).pathname);
    await message(window.page, "click ten").waitFor();
    await looksHarmless(window);
    expect(await window.page.getByRole("heading", { level: 1 }).textContent()).toContain(SUBJECT);
  }
  const shown = (await rows(guest.page).allTextContents()).join("\n");
  expect(
    HTML.filter((payload) => !shown.includes(payload)),
    "payloads that cannot be read",
  ).toEqual([]);
  expect(await guest.page.title()).toContain(SUBJECT.slice(0, 20));
});

test("names, lists, drafts and notices show it as text, too", async () => {
  const [guest, ivo] = [await signIn(GUEST), await signIn(IVO)];
  const id = await open(guest.page);
  await goLive(guest, `/conversations/${id}`);
  await composer(guest.page).fill(HTML.join("\n"));
  await goLive(guest, `/conversations/${id}`);
  await expect.poll(() => composer(guest.page).inputValue()).toBe(HTML.join("\n"));
  await looksHarmless(guest);
  await goLive(guest, "/conversations");
  await listed(guest.page, SUBJECT).first().waitFor();
  await looksHarmless(guest);
  await goLive(guest, "/");
  await looksHarmless(guest);

  await goLive(ivo, `/unassigned/${id}`);
  await listed(ivo.page, NAME).first().waitFor();
  await ivo.page.getByRole("complementary").getByText(NAME).first().waitFor();
  await call(guest.page, "conversations.typing", { id, mode: "reply" });
  await ivo.page.getByText(`${NAME} is writing`).first().waitFor();
  await looksHarmless(ivo);
});

test("a script that does run is noticed by these tests", async () => {
  const guest = await signIn(GUEST);
  await guest.page.evaluate(() => Reflect.set(window, "ran", 1));
  await expect(looksHarmless(guest)).rejects.toThrow(/script ran/);
});

async function rename(name: string): Promise<void> {
  await ask("UPDATE person SET name = $1 WHERE id = $2", [name, GUEST.id]);
}

async function open(page: Page): Promise<string> {
  const product = PRODUCTS.find(({ slug }) => slug === "pinenote");
  const answer = await call(page, "conversations.open", {
    productId: product?.id,
    category: "bug",
    subject: SUBJECT,
    body: "Hello",
  });
  return answer.id;
}

/** Calls our interface as the page's own scripts do. */
async function call(page: Page, path: string, input: object): Promise<{ id: string }> {
  const body = path === "conversations.typing" ? input : { ...input, clientId: crypto.randomUUID() };
  return page.evaluate(
    async ([where, text]) => {
      const answer = await fetch(`/api/trpc/${where}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: text,
      });
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()).result.data;
    },
    [path, JSON.stringify(body)] as const,
  );
}

/** Fails when anything ran or could: a dialog, a changed window, an element or address that runs. */
async function looksHarmless({ page, witness }: Window): Promise<void> {
  const found = await page.evaluate(() => {
    const bad: string[] = Reflect.has(window, "ran") ? ["a script ran"] : [];
    for (const element of document.querySelectorAll("body *")) {
      const handler = [...element.attributes].find(({ name }) => name.startsWith("on"));
      const runs = element.matches("iframe, object, embed, base, meta, math, video, body style, main script");
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      const leads =
        URL.canParse(address, location.href) &&
        !/^(https?|mailto|blob):$/.test(new URL(address, location.href).protocol);
      const away = element.matches("main img") || /evil\.example/.test(address);
      if (handler || runs || leads || away) bad.push(element.outerHTML.slice(0, 200));
    }
    return bad;
  });
  expect([...found, ...witness.dialogs, ...witness.foreign, ...witness.complaints]).toEqual([]);
}
