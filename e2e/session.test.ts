import { IVO, MARA } from "@mintreu/db/seed/people";
import { expect, inject, test } from "vitest";
import { askForLink, openMailLog, requestLink } from "./setup/mailed-link.ts";
import { goLive, openWindow, signIn, useBrowser, type Window } from "./setup/person.ts";
import { fill, words } from "./setup/words.ts";

useBrowser();

const { signIn: said } = words.ui;

test("the answer is the same whether or not anybody has the address, and only a person gets a mail", async () => {
  const [known, unknown] = ["mara@example.com", "nobody-here@example.com"];
  const window = await openWindow("customer");
  const answers: (string | null)[] = [];
  for (const email of [known, unknown]) {
    await requestLink(window, email);
    answers.push(await window.page.getByRole("main").textContent());
  }
  expect(answers[0]).toContain(said.sent.title);
  expect(answers[1]).toBe(answers[0]);

  const grace = await openMailLog();
  await grace.page
    .getByRole("link", { name: fill(words.console.mail.to, { address: known }) })
    .first()
    .waitFor();
  expect(await grace.page.getByRole("main").textContent()).not.toContain(unknown);
});

test("a mailed link signs in once, and its second use is refused in plain words", async () => {
  const window = await openWindow("customer");
  await window.page.goto("/products");
  await window.page.waitForURL(/\/sign-in\?next=%2Fproducts$/);
  await askForLink(window, "siobhan@example.org");
  const link = await readLink("siobhan@example.org");
  expect(new URL(link).origin).toBe(window.origin);

  await useLink(window, link);
  await window.page.waitForURL(`${window.origin}/products`);
  await window.page.getByRole("heading", { name: words.customer.products.title }).waitFor();

  const second = await openWindow("customer");
  await useLink(second, link);
  await second.page.getByText(said.error.linkTitle).waitFor();
  await second.page.goto("/products");
  await second.page.waitForURL(/\/sign-in/);
});

test("whatever opens a mailed link before its reader does no harm, and is told nothing that lasts", async () => {
  const window = await openWindow("customer", { options: { javaScriptEnabled: false } });
  const link = await mailedLink("olena@example.org");
  for (const method of ["HEAD", "GET", "GET"]) {
    const answer = await fetch(link, { method, redirect: "manual" });
    expect([answer.status, answer.headers.get("set-cookie")], method).toEqual([200, null]);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("strict-origin");
  }
  const asNextAuthHasIt = new URL(`/api/auth/callback/email${new URL(link).search}`, window.origin);
  for (const method of ["HEAD", "GET"]) expect((await fetch(asNextAuthHasIt, { method })).status).toBe(404);
  const elsewhere = await fetch(new URL("/api/auth/callback/email", window.origin), {
    ...{ method: "POST", redirect: "manual", headers: { origin: "http://evil.example" } },
    body: new URL(link).searchParams,
  });
  expect(elsewhere.status).toBe(403);

  await window.page.goto(link);
  await window.page.getByText("olena@example.org").waitFor();
  await window.page.getByRole("button", { name: said.link.submit }).click();
  await window.page.waitForURL(`${window.origin}/`);
  const cookies = await window.page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain("mintreu-customer-session");
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example/", "/\t/evil.example"])(
  "a mailed link that somebody has changed to lead to %j stays with us",
  async (next) => {
    const window = await openWindow("customer");
    const link = new URL("/sign-in/link?email=gwen@example.com&token=made-up", window.origin);
    link.searchParams.set("next", next);
    await window.page.goto(link.href);
    expect(await window.page.locator('input[name="next"]').inputValue()).toBe("/");
    await window.page.getByRole("button", { name: said.link.submit }).click();
    await window.page.getByText(said.error.linkTitle).waitFor();
    expect(window.witness.foreign).toEqual([]);
  },
);

test("two clicks on the button of a mailed link are one", async () => {
  const window = await openWindow("customer");
  await window.page.goto(await mailedLink("ingrid@example.com"));
  await window.page.waitForLoadState("networkidle");
  await window.page.getByRole("button", { name: said.link.submit }).dblclick();
  await window.page.waitForURL(`${window.origin}/`);
});

test("signing out in one tab ends the other tab's socket within 2 s", async () => {
  const window = await signIn(MARA);
  const other = await window.page.context().newPage();
  const socket = other.waitForEvent("websocket");
  await other.goto("/conversations");
  const ended = (await socket).waitForEvent("close");
  await expect.poll(() => window.witness.live).toBe(true);
  await goLive(window, "/products");

  await window.page.getByRole("button", { name: words.ui.frame.account }).click();
  const from = performance.now();
  await window.page.getByRole("menuitem", { name: words.ui.frame.signOut }).click();
  await ended;
  expect(performance.now() - from).toBeLessThan(2_000);
  await other.waitForURL(/\/sign-in\?next=%2Fconversations$/);
  const answer = await other.request.get(`${window.origin}/api/trpc/people.me`);
  expect(answer.status()).toBe(401);
});

test("whoever comes to the wrong app is told where to go", async () => {
  const { customer, console } = inject("system");
  const window = await openWindow("customer");
  await requestLink(window, IVO.email);
  const grace = await openMailLog();
  await newestMail(grace, IVO.email);
  await expect.poll(() => grace.page.getByRole("main").textContent()).toContain(console);

  const wrong = await openWindow("customer");
  await wrong.page.goto("/sign-in?error=WrongApp");
  await wrong.page.getByText(said.error.customerWrongApp).waitFor();
  const go = wrong.page.getByRole("link", { name: said.error.customerGo }).first();
  expect(await go.getAttribute("href")).toBe(`${console}/sign-in`);
  const other = await openWindow("console");
  await other.page.goto("/sign-in?error=AccessDenied");
  const back = other.page.getByRole("link", { name: said.error.consoleGo }).first();
  expect(await back.getAttribute("href")).toBe(`${customer}/sign-in`);
});

test.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example"])(
  "signing in with the return address %j stays with us",
  async (next) => {
    const window = await openWindow("customer");
    await window.page.goto(`/demo?next=${encodeURIComponent(next)}`);
    await window.page.getByRole("button", { name: MARA.email }).click();
    await window.page.waitForURL(`${window.origin}/`);
    expect(window.witness.foreign).toEqual([]);
  },
);

test("the demo signs nobody in for another site's page", async () => {
  const { customer } = inject("system");
  const window = await openWindow("customer");
  await window.page.goto("/demo");
  const personId = await window.page.locator('input[name="personId"]').first().inputValue();
  const post = (origin: string | null) =>
    fetch(`${customer}/demo/sign-in`, {
      method: "POST",
      redirect: "manual",
      headers: origin === null ? {} : { origin },
      body: new URLSearchParams({ personId, next: "/" }),
    });
  for (const origin of ["http://evil.example", "null", null]) {
    const answer = await post(origin);
    expect([answer.status, answer.headers.get("set-cookie")], `from ${origin}`).toEqual([403, null]);
  }
  const own = await post(customer);
  expect(own.status, "the same from our own page").toBe(303);
  expect(own.headers.get("set-cookie")).toMatch(/HttpOnly/i);
});

/** Opens the newest mail to an address; the worker writes it a moment after it was asked for. */
async function newestMail({ page }: Window, email: string): Promise<void> {
  await page
    .getByRole("link", { name: fill(words.console.mail.to, { address: email }) })
    .first()
    .click();
  await page.getByText(email).last().waitFor();
}

/** Opens a mailed link, and signs in with it. */
async function useLink({ page }: Window, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: said.link.submit }).click();
}

/** The link that somebody is mailed when they ask for one. */
async function mailedLink(email: string): Promise<string> {
  await requestLink(await openWindow("customer"), email);
  return readLink(email);
}

async function readLink(email: string): Promise<string> {
  const grace = await openMailLog();
  await newestMail(grace, email);
  const link = grace.page.getByRole("link", { name: /^http:.*\/sign-in\/link\?/ });
  return (await link.getAttribute("href")) ?? "";
}
