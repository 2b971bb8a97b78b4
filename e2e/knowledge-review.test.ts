import { GRACE, IVO, MARA } from "@mintreu/db/seed/people";
import { expect, test } from "vitest";
import { openTicket } from "./setup/conversation.ts";
import { ask, letTimeCome } from "./setup/database.ts";
import { beginArticle, choose, textOf, write } from "./setup/editor.ts";
import { goLive, signIn, useBrowser } from "./setup/person.ts";
import { until } from "./setup/until.ts";
import { fill, words } from "./setup/words.ts";

useBrowser();

const { editor, relevance, suggest } = words.console;

test("who asks for a review is mailed what is missing, and who may publish was mailed before", async () => {
  const title = `Review ${crypto.randomUUID().slice(0, 8)}`;
  const ivo = await signIn(IVO);
  const articleId = await beginArticle(ivo, title);
  await write(ivo.page, "To be written.");
  await choose(ivo.page, editor.publish.requestReview);
  await ivo.page.getByText(editor.done.review).waitFor();
  await letTimeCome("articles.mail-review", { articleId });
  await until(async () => (await mailed(`To review: ${title}`)).length > 0, "the mail to reviewers");
  expect((await mailed(`To review: ${title}`)).map(({ to }) => to)).not.toContain(IVO.email);

  const grace = await signIn(GRACE);
  await goLive(grace, new URL(ivo.page.url()).pathname);
  await choose(grace.page, editor.publish.sendBack);
  const dialog = grace.page.getByRole("dialog", { name: fill(editor.sendBack.title, { name: IVO.name }) });
  await dialog.getByLabel(editor.sendBack.reason).fill("It says nothing yet.");
  await dialog.getByRole("button", { name: editor.sendBack.confirm }).click();
  await dialog.waitFor({ state: "detached" });
  await until(async () => (await mailed(`Sent back: ${title}`)).length > 0, "the mail to the writer");
  const [mail] = await mailed(`Sent back: ${title}`);
  expect(mail).toMatchObject({ to: IVO.email, text: expect.stringContaining("It says nothing yet.") });
});

test("an article that is made of a ticket is to be read for names before it is published", async () => {
  const mara = await signIn(MARA);
  const id = await openTicket(mara, {
    product: "Pinenote",
    subject: "How do I share a notebook?",
    body: "My colleague Winifred Ashdown wants to read it, too. Can Winifred?",
  });
  const ivo = await signIn(IVO);
  await goLive(ivo, `/open/${id}`);
  await ivo.page.getByRole("button", { name: suggest.make }).click();
  await ivo.page.waitForURL(/\/knowledge\/[0-9a-f-]{36}$/);
  await ivo.page.getByText(editor.ofTicket.title).waitFor();
  const text = textOf(ivo.page);
  await text.getByText("[name]").first().waitFor();
  expect(await text.textContent()).not.toContain("Winifred");
});

test("a search is tried as a customer, and nobody's tickets are among what is found", async () => {
  const grace = await signIn(GRACE);
  const { page } = grace;
  await goLive(grace, "/knowledge/search");
  const { tryOut } = relevance;
  await page.getByText(tryOut.customer, { exact: true }).click();
  await page.getByText(tryOut.customerHint).waitFor();
  await page.getByRole("searchbox", { name: tryOut.label }).fill("refund");
  await page.getByRole("status").filter({ hasText: " ms " }).waitFor();
});

function mailed(subject: string): Promise<{ to: string; text: string }[]> {
  return ask('SELECT to_email AS "to", text FROM mail WHERE subject = $1', [subject]);
}
