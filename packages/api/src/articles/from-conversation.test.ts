import { afterAll, beforeAll, expect, test } from "vitest";
import { notes, opens, says, sharedTicket } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createFromConversation } from "./from-conversation.ts";
import { getArticle } from "./get.ts";

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
