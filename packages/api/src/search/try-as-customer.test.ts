import { afterAll, beforeAll, expect, test } from "vitest";
import { publishes } from "../testing/articles.ts";
import { finds, indexed } from "../testing/search.ts";
import { opens } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { addPromotion } from "./relevance/promotions.ts";
import { queryInput } from "./schema.ts";
import { tryAsCustomer } from "./try-as-customer.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const tried = (text: string) => tryAsCustomer(world.as(world.admin), queryInput.parse({ text }));

test("a search that is tried as a customer finds what every customer may read, and nothing that is somebody's", async () => {
  const byAudience = {
    public: await publishes(world, { title: "Quagga feeding", audience: "public" }),
    customers: await publishes(world, { title: "Quagga licence", audience: "customers" }),
    developers: await publishes(world, { title: "Quagga interface", audience: "developers" }),
    agents: await publishes(world, { title: "Quagga escalation", audience: "agents" }),
  };
  const ticket = await opens(world.as(world.customer), { productId: world.productId, subject: "Quagga" });
  await addPromotion(world.as(world.admin), { query: "quagga", articleId: byAudience.agents.id });
  await indexed(world);
  const { hits, total } = await tried("quagga");
  const expected = [byAudience.public, byAudience.customers].map(({ id }) => `article:${id}`);
  expect(hits.map(({ id }) => id).sort()).toEqual(expected.sort());
  expect(total).toBe(2);
  expect(await finds(world, world.customer, "quagga")).toContain(`conversation:${ticket}`);

  const { number } = await world.system.db.prisma.conversation.findUniqueOrThrow({ where: { id: ticket } });
  expect((await tried(`#${number}`)).hits).toEqual([]);
  expect((await tried(world.customer.name)).hits).toEqual([]);
});

test("what an editor put first stands first for customers who may read it", async () => {
  const { id } = await publishes(world, { title: "Okapi", audience: "customers" });
  await publishes(world, { title: "Okapi care", audience: "public" });
  await addPromotion(world.as(world.admin), { query: "okapi care", articleId: id });
  await indexed(world);
  expect((await tried("okapi care")).hits[0]).toMatchObject({ id: `article:${id}`, promoted: true });
});
