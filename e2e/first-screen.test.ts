import { IVO, MARA } from "@mintreu/db/seed/people";
import { expect, test } from "vitest";
import { listed, message } from "./setup/conversation.ts";
import { ask } from "./setup/database.ts";
import { goLive, signIn, useBrowser } from "./setup/person.ts";
import { findSamples } from "./setup/samples.ts";
import { words } from "./setup/words.ts";

useBrowser();

/** Lists are read once more when their stream begins: what changed since the page was rendered is in no event of it. */
const SINCE_RENDERED = ["conversations.list", "conversations.counts", "conversations.tickets"];
/** What a closed menu holds, and what is looked for beside a conversation: reading it waits for no search. */
const NOT_ON_PAGE = ["desks.assignees", "search.suggestions"];
const NO_SCRIPTS = { options: { javaScriptEnabled: false } };

test("a customer's screens show their data before any script runs", async () => {
  const { ticket } = await findSamples();
  const { subject, bodies } = await contents(ticket);
  const { page } = await signIn(MARA, NO_SCRIPTS);
  await page.goto("/");
  await page.getByRole("heading", { level: 1, name: "Mara" }).waitFor();
  await page.getByRole("link", { name: "Ledgerleaf" }).first().waitFor();
  await page.goto(`/conversations?q=${encodeURIComponent(subject)}`);
  await listed(page, subject).waitFor();
  await page.goto(`/conversations/${ticket}`);
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
  for (const body of bodies) await message(page, body).first().waitFor();
});

test("an agent's screens show their data before any script runs", async () => {
  const { ticket } = await findSamples();
  const { subject, bodies } = await contents(ticket);
  const { page } = await signIn(IVO, NO_SCRIPTS);
  await page.goto("/open");
  await page.locator("a[data-row]").first().waitFor();
  const [{ count } = { count: 0 }] = await ask<{ count: number }>(
    `SELECT count(*)::int FROM conversation JOIN desk_member USING (desk_id)
     WHERE person_id = $1 AND status NOT IN ('resolved', 'closed')`,
    [IVO.id],
  );
  await page.getByRole("link", { name: `${words.console.views.open} ${count}` }).waitFor();
  await page.goto(`/open/${ticket}`);
  await page.getByRole("heading", { level: 1, name: subject }).waitFor();
  for (const body of bodies) await message(page, body).first().waitFor();
  await page.getByRole("complementary", { name: words.console.details.label }).getByText(MARA.email).waitFor();
});

test.each([
  ["home", MARA, () => "/"],
  ["tickets", MARA, () => "/conversations"],
  ["ticket", MARA, (ticket: string) => `/conversations/${ticket}`],
  ["new ticket", MARA, () => "/conversations/new"],
  ["product", MARA, () => "/products/ledgerleaf"],
  ["list of the console", IVO, () => "/open"],
  ["conversation of the console", IVO, (ticket: string) => `/open/${ticket}`],
] as const)(
  "the %s asks for nothing that its page has brought, but for lists as the live stream begins",
  async (_, person, path) => {
    const { ticket } = await findSamples();
    const window = await signIn(person);
    // What one comes to by signing in has its own questions, and may still ask them.
    await window.page.goto("about:blank");
    const from = { calls: window.witness.calls.length, frames: window.witness.framesOut.length };
    await goLive(window, path(ticket));
    await window.page.waitForLoadState("networkidle");
    expect(window.witness.calls.slice(from.calls)).toEqual([]);
    const asked = window.witness.framesOut.slice(from.frames).flatMap(callOf);
    const queries = asked.filter(({ method }) => method === "query").map(({ path }) => path);
    expect(queries.filter((path) => !SINCE_RENDERED.includes(path) && !NOT_ON_PAGE.includes(path))).toEqual([]);
    const keys = asked.filter(({ method }) => method === "query").map(({ key }) => key);
    expect(keys, "each once").toEqual([...new Set(keys)]);
    expect(
      asked.filter(({ method }) => method === "subscription").length,
      "what shows that the look works",
    ).toBeGreaterThan(0);
    expect(window.witness.complaints, "hydrating finds what the server has rendered").toEqual([]);
  },
);

/** A frame of tRPC's protocol as a call; none for its other frames. */
function callOf(frame: string): { method: string; path: string; key: string }[] {
  if (!frame.startsWith("{")) return [];
  const { method, params } = JSON.parse(frame);
  return params ? [{ method, path: params.path, key: `${params.path} ${JSON.stringify(params.input)}` }] : [];
}

/** What a conversation holds that its requester may read; texts without Markdown, as the screen has them. */
async function contents(id: string): Promise<{ subject: string; bodies: string[] }> {
  const found = await ask<{ subject: string; body: string }>(
    `SELECT subject, body FROM conversation JOIN event ON conversation_id = conversation.id
     WHERE conversation.id = $1 AND kind = 'message' ORDER BY event.seq`,
    [id],
  );
  const words = found.map(
    ({ body }) =>
      body
        .split("\n")[0]
        ?.match(/[\w ,'’]{12,}/)?.[0]
        ?.trim() ?? "",
  );
  return { subject: found[0]?.subject ?? "", bodies: words.filter((text) => text !== "") };
}
