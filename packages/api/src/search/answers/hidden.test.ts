import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../core/ids.ts";
import { drafts, publishes } from "../../testing/articles.ts";
import { indexed } from "../../testing/search.ts";
import { notes, opens } from "../../testing/talk.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { answers } from "./answers.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Nine words that public articles about another product have, and one that an article about this one has. */
const OTHERS = ["anvil", "bellows", "crucible", "dowel", "easel", "ferrule", "gimlet", "hacksaw", "ingot"];

test("what is written in notes and drafts changes nothing of the answers to a ticket that is typed", async () => {
  const other = { id: newId(), slug: "other", name: "Other", tagline: "", description: "", version: "1", hue: 1 };
  await world.system.db.prisma.product.create({ data: { ...other, deskId: world.deskId } });
  for (const word of OTHERS) await publishes(world, { title: `The ${word}`, productId: other.id });
  const known = await publishes(world, { title: "The jigsaw", productId: world.productId });
  await indexed(world);
  // Ten words are searched for; whoever types an eleventh must not learn from that whether anybody ever wrote it.
  const text = ["projektzephyr", ...OTHERS, "jigsaw"].join(" ");
  const found = async () => {
    const { articles } = await answers(world.as(world.customer), { text, productId: world.productId });
    return articles.map(({ id }) => id);
  };
  expect(await found()).toEqual([`article:${known.id}`]);
  await drafts(world, { title: "Launch", body: "About Projektzephyr." });
  const ticket = { productId: world.productId, subject: "Blades", body: "Which?" };
  await notes(world.as(world.developer), await opens(world.as(world.stranger), ticket), "They are in Projektzephyr.");
  await indexed(world);
  expect(await found()).toEqual([`article:${known.id}`]);
});
