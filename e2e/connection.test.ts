import { IVO, MARA } from "@mintreu/db/seed/people";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { message, openTicket, rows, say } from "./setup/conversation.ts";
import { ask } from "./setup/database.ts";
import { goLive, signIn, untilLive, useBrowser, type Window } from "./setup/person.ts";
import { words } from "./setup/words.ts";

useBrowser();

const { connection, thread } = words.ui;
/** Whoever is quick has read it already. */
const ARRIVED = new RegExp(`^(${thread.state.sent}|${thread.state.read})$`);

test.each([
  ["customer", "agent"],
  ["agent", "customer"],
] as const)(
  "while the %s's network is away both go on writing, and then both have everything once and in order",
  async (cut, other) => {
    const pair = await talk(`The cable of the ${cut}`);
    const [away, here] = [pair[cut], pair[other]];
    await say(away.page, "one, while connected");
    await message(here.page, "one, while connected").waitFor();

    await cutNetwork(away);
    await away.page.getByText(connection.offline.title).waitFor();
    await say(away.page, "two, without a network");
    await message(away.page, "two, without a network").getByText(thread.state.queued).waitFor();
    await say(here.page, "three, to somebody who is away");
    await message(here.page, "three, to somebody who is away").getByText(ARRIVED).waitFor();
    await say(away.page, "four, without a network");
    await message(away.page, "four, without a network").getByText(thread.state.queued).waitFor();
    expect(await message(here.page, "without a network").count()).toBe(0);

    await restoreNetwork(away);
    await away.page.getByText(connection.back.title).waitFor();
    await message(here.page, "four, without a network").waitFor();
    await message(away.page, "three, to somebody who is away").waitFor();
    const order = ["one", "three", "two", "four"];
    await expect.poll(() => numbered(away)).toEqual(order);
    await expect.poll(() => numbered(here)).toEqual(order);
    expect(await stored(pair.id)).toEqual(order);
    await expect.poll(() => away.page.getByText(thread.state.queued).count()).toBe(0);
  },
);

test("a message is on its author's screen within 100 ms, with a network and without", async () => {
  const { customer } = await talk("How fast a message is there");
  expect(await timeToShow(customer, "sent with a network")).toBeLessThan(100);
  await cutNetwork(customer);
  expect(await timeToShow(customer, "sent without one")).toBeLessThan(100);
});

test("sockets that break without the network going away are back by themselves and miss nothing", async () => {
  const { id, customer, agent } = await talk("Sockets that break");
  const sockets = await breakableSockets(customer);
  for (const text of ["one, over the first socket", "two, over the second", "three, over the third"]) {
    await say(agent.page, text);
    await say(customer.page, `${text}, answered`);
    // Under way: what was said may have arrived and its answer not.
    await sockets.breakAll();
    await message(customer.page, `${text}, answered`).getByText(ARRIVED).waitFor();
    await message(agent.page, `${text}, answered`).waitFor();
  }
  await expect.poll(async () => (await stored(id)).toSorted()).toEqual(["one", "one", "three", "three", "two", "two"]);
  for (const side of [customer, agent]) await expect.poll(() => numbered(side)).toEqual(await stored(id));
});

test("what was written without a network survives the closed tab and is sent once when somebody comes back", async () => {
  const pair = await talk("The closed tab");
  const { customer, agent, id } = pair;
  const text = "two, written in a tunnel";
  await say(customer.page, "one, before the tunnel");
  await message(agent.page, "one, before the tunnel").waitFor();
  await cutNetwork(customer);
  await say(customer.page, text);
  await message(customer.page, text).getByText(thread.state.queued).waitFor();
  expect(await keptMessages(customer.page), "as soon as it is said to wait").toContain(text);
  await customer.page.close();

  const context = customer.page.context();
  await context.setOffline(false);
  const page = await context.newPage();
  // Another page of the app: the message needs no screen to be sent.
  await page.goto("/products");
  await message(agent.page, text).waitFor();
  await page.goto(`/conversations/${id}`);
  await message(page, text).waitFor();
  await expect.poll(() => numbered(agent)).toEqual(["one", "two"]);
  await expect.poll(() => numbered({ ...customer, page })).toEqual(["one", "two"]);
  expect(await stored(id)).toEqual(["one", "two"]);
});

/** The unsent messages that the browser keeps. */
function keptMessages(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("mintreu-outbox");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("messages").objectStore("messages").getAll();
          reading.onsuccess = () => resolve(reading.result.map(({ body }: { body: string }) => body));
        };
      }),
  );
}

/** Both have the same fresh conversation open, live. */
async function talk(subject: string): Promise<{ id: string; customer: Window; agent: Window }> {
  const [customer, agent] = await Promise.all([signIn(MARA), signIn(IVO)]);
  const id = await openTicket(customer, { product: "Pinenote", subject, body: `Hello. ${subject}.` });
  await goLive(agent, `/conversations/${id}`);
  await message(agent.page, `Hello. ${subject}.`).waitFor();
  await untilLive(customer);
  return { id, customer, agent };
}

async function cutNetwork({ page }: Window): Promise<void> {
  await page.context().setOffline(true);
}

async function restoreNetwork({ page }: Window): Promise<void> {
  await page.context().setOffline(false);
}

/** Takes the live sockets of a window through a relay that can break them as a network does: without a word. */
async function breakableSockets(window: Window): Promise<{ breakAll(): Promise<void> }> {
  const open = new Set<() => Promise<void>>();
  await window.page.routeWebSocket(/\/api\/live/, (near) => {
    const far = near.connectToServer();
    const end = async () => {
      open.delete(end);
      await Promise.all([near.close({ code: 1011 }), far.close({ code: 1011 })]);
    };
    open.add(end);
  });
  await goLive(window, new URL(window.page.url()).pathname);
  const breakAll = async () => {
    // While it reconnects, messages go over HTTP: there is nothing to break before it is back.
    await expect.poll(() => open.size).toBeGreaterThan(0);
    await Promise.all([...open].map((end) => end()));
  };
  return { breakAll };
}

/** The numbers that begin the messages of a thread, as they stand. */
async function numbered({ page }: Window): Promise<string[]> {
  const texts = await rows(page).allInnerTexts();
  return texts.flatMap((text) => text.match(/\b(one|two|three|four)(?=,)/)?.[0] ?? []);
}

async function stored(id: string): Promise<string[]> {
  const found = await ask<{ body: string }>(
    "SELECT body FROM event WHERE conversation_id = $1 AND body LIKE '%,%' ORDER BY seq",
    [id],
  );
  return found.map(({ body }) => body.split(",")[0] ?? "");
}

/** Milliseconds from the key to the frame after which the text is on screen, as the page itself measures them. */
async function timeToShow({ page }: Window, text: string): Promise<number> {
  const area = page.getByRole("textbox", { name: words.ui.composer.replyLabel });
  await area.fill(text);
  await page.evaluate((wanted) => {
    const region = document.querySelector("main ol");
    const started = new Promise<number>((resolve) =>
      document.addEventListener("keydown", ({ timeStamp, key }) => key === "Enter" && resolve(timeStamp), {
        capture: true,
      }),
    );
    const shown = new Promise<number>((resolve) => {
      const look = () => {
        if (region?.textContent?.includes(wanted)) requestAnimationFrame(resolve);
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    Reflect.set(
      window,
      "took",
      Promise.all([started, shown]).then(([from, to]) => to - from),
    );
  }, text);
  await page.keyboard.press("Control+Enter");
  return page.evaluate(() => Reflect.get(window, "took"));
}
