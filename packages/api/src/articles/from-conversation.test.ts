import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts, saves } from "../testing/articles.ts";
import { notes, opens, says, sharedTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createFromConversation } from "./from-conversation.ts";
import { getArticle } from "./get.ts";
import { publishArticle } from "./publish.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const CANARIES = [
  ...["Cleo", "Customer", "cleo@canary.example", "+49 170 5550199", "203.0.113.99", "INKW-7F3K-99QX-A1B2", "99120044"],
  ...["sk_live_4eC39HqLyjWDarjtT1zdp7dc", "token=canary", "Canary Street 7", "note-canary", "desk-canary"],
];

/** A ticket in which everything is said that must not be in an article. */
async function talkedAbout(subject = "Where do I move my licence INKW-7F3K-99QX-A1B2?") {
  const [customer, developer] = [world.as(world.customer), world.as(world.developer)];
  const body = `Hi,

how do I move my licence to a new computer? It is for cleo@canary.example, order number 99120044, from 203.0.113.99.

Kind regards,
Cleo Customer
Canary Street 7
+49 170 5550199`;
  const id = await opens(customer, { productId: world.productId, subject, body });
  await notes(developer, id, "note-canary: Cleo is difficult");
  await notes(developer, id, "desk-canary", "desk");
  await says(
    developer,
    id,
    "Hello Cleo,\n\n1. Sign out on the **old** computer.\n2. Sign in on the new one.\n\nBest,\nDora",
  );
  await says(customer, id, "Thanks! And where do I see that it worked? https://x.example/?token=canary");
  await says(
    developer,
    id,
    "Under *Settings → Licences*. Your key sk_live_4eC39HqLyjWDarjtT1zdp7dc is gone from the list.",
  );
  return id;
}

test("a ticket becomes a draft of what was asked and answered, without who asked and without notes", async () => {
  const { id, slug } = await createFromConversation(world.as(world.colleague), { conversationId: await talkedAbout() });
  const article = await getArticle(world.as(world.developer), { id });
  expect(article).toMatchObject({
    title: "Where do I move my licence [key]?",
    ...{ slug, state: "draft", live: false, revision: 1, audience: "public", kind: "answer" },
    ...{ desk: { id: world.deskId }, product: { id: world.productId }, writer: { name: "Colin Colleague" } },
    body: `## How do I move my licence to a new computer?

1. Sign out on the **old** computer.
2. Sign in on the new one.

## And where do I see that it worked?

Under *Settings → Licences*. Your key [key] is gone from the list.`,
  });
  const all = await world.system.db.prisma.articleRevision.findMany({ where: { articleId: id } });
  for (const canary of CANARIES) expect(JSON.stringify([article, all])).not.toContain(canary);
});

test("who is greeted, signs or has a mailbox is masked wherever they stand, each with a word that says what was there", async () => {
  const [customer, developer] = [world.as(world.customer), world.as(world.developer)];
  const body = `Hi Barnaby,

my colleague Winifred Ashdown cannot export. Can Ashdown use my seat? Mail quentin.foss@canary.example.

Best,
Tobias`;
  const id = await opens(customer, { productId: world.productId, subject: "A seat for Winifred", body });
  const answer = `Yes. Quentin and Winifred share it, Tobias keeps it; send the form to Hauptstr. 7, 53113 Bonn or call +49 170 5550199.

Barnaby looks into LIC-20419 from 203.0.113.99.`;
  await says(developer, id, answer);
  const made = await createFromConversation(developer, { conversationId: id });
  const { title, body: text } = await getArticle(developer, made);
  expect(title).toBe("A seat for [name]");
  expect(text).toBe(`## Can [name] use my seat?

Yes. [name] and [name] share it, [name] keeps it; send the form to [street] or call [phone].

[name] looks into [number] from [address].`);
});

test("its writers are told to read it for names until it is published, and of no other draft", async () => {
  const developer = world.as(world.developer);
  const { id } = await createFromConversation(developer, { conversationId: await talkedAbout() });
  expect(await getArticle(world.as(world.colleague), { id })).toMatchObject({ mayNameSomebody: true });
  await publishArticle(developer, { id, revision: 1 });
  await saves(developer, id, "Newer.");
  expect(await getArticle(developer, { id })).toMatchObject({ mayNameSomebody: false });
  const other = await drafts(world);
  expect(await getArticle(developer, other)).toMatchObject({ mayNameSomebody: false });
});

test("a ticket that nobody answered becomes what was asked", async () => {
  const subject = "It does not start";
  const id = await opens(world.as(world.customer), { productId: world.productId, subject, body: "Hello,\nit hangs." });
  const article = await createFromConversation(world.as(world.developer), { conversationId: id });
  expect(await getArticle(world.as(world.developer), article)).toMatchObject({ title: subject, body: "it hangs." });
});

test("each desk makes it its own; a rival makes nothing of what they may not see", async () => {
  const conversationId = await sharedTicket(world);
  const own = await createFromConversation(world.as(world.rival), { conversationId });
  // The product is another's: they do not write about it.
  const article = await getArticle(world.as(world.rival), own);
  expect(article).toMatchObject({ desk: { id: world.rivalDeskId }, product: null });
  await expect(getArticle(world.as(world.developer), own)).rejects.toMatchObject({ code: "NOT_FOUND" });

  const hidden = await talkedAbout();
  const before = await world.system.db.prisma.article.count();
  const theirs = createFromConversation(world.as(world.rival), { conversationId: hidden });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await world.system.db.prisma.article.count()).toBe(before);
});

test("an admin who only oversees makes it the platform's, and that they looked is written down", async () => {
  const conversationId = await talkedAbout();
  const { id } = await createFromConversation(world.as(world.admin), { conversationId });
  expect((await getArticle(world.as(world.admin), { id })).desk.id).toBe(world.platformDeskId);
  expect(await world.system.db.prisma.deskLook.count({ where: { conversationId } })).toBe(1);
});
