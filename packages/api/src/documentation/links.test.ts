import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../core/ids.ts";
import type { ReaderContext } from "../core/reader.ts";
import { linkOf, newProduct, savedLink, takeJobs } from "../testing/documentation.ts";
import { createWorld, type World } from "../testing/world.ts";
import { checkLinkNow } from "./ask-again.ts";
import { listDocumentation, listLinks } from "./list-links.ts";
import { orderLinks } from "./order-links.ts";
import { removeLink } from "./remove-link.ts";
import { saveLink } from "./save-link.ts";
import { MAX_LINKS, saveLinkInput } from "./schema.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.system.db.prisma.productLink.deleteMany();
  await takeJobs(world);
});

const asVisitor = (): ReaderContext => ({ system: world.system, actor: null, app: "customer", visitor: "v" });
const links = () => listLinks(world.as(world.developer), { productId: world.productId });
const read = () => listDocumentation(asVisitor(), { productId: world.productId });

describe("a link that is saved", () => {
  test("is read by anybody, last in the list, and asked and indexed in the same commit", async () => {
    const first = await savedLink(world, { title: "First" });
    const second = await savedLink(world, { title: " Second ", version: "2.1" });
    expect((await read()).map(({ title, version, alive }) => [title, version, alive])).toEqual([
      ["First", null, true],
      ["Second", "2.1", true],
    ]);
    const jobs = [first, second].flatMap((id) => [`search.index link:${id}`, `documentation.check-link ${id}`]);
    expect(await takeJobs(world)).toEqual(jobs);
  });

  test("may change; only a new address is asked again", async () => {
    const id = await savedLink(world, { url: "https://docs.example/a" });
    const checked = { state: "broken", problem: "404", failures: 3, checkedAt: new Date() } as const;
    await world.system.db.prisma.productLink.update({ where: { id }, data: checked });
    await takeJobs(world);
    await savedLink(world, { id, title: "Renamed", url: "https://docs.example/a" });
    expect(await takeJobs(world)).toEqual([`search.index link:${id}`]);
    expect(await links()).toMatchObject([{ id, title: "Renamed", state: "broken", problem: "404", alive: false }]);
    await savedLink(world, { id, url: "https://docs.example/b" });
    expect(await takeJobs(world)).toEqual([`search.index link:${id}`, `documentation.check-link ${id}`]);
    expect(await links()).toMatchObject([{ id, state: "unchecked", problem: null, checkedAt: null, alive: true }]);
  });

  test("is listed once, also when two save it at once, and nothing is committed for the other", async () => {
    const same = linkOf(world, { url: "https://docs.example/same" });
    const both = await Promise.allSettled([1, 2].map(() => saveLink(world.as(world.developer), same)));
    const refused = both.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "ALREADY_LISTED" } }]);
    expect(await takeJobs(world)).toHaveLength(2);
    const other = await savedLink(world);
    await expect(savedLink(world, { id: other, url: "https://DOCS.example/same" })).rejects.toThrow("ALREADY_LISTED");
  });

  test("is one of so many", async () => {
    const rows = Array.from({ length: MAX_LINKS }, (_, i) => linkOf(world, { url: `https://docs.example/many/${i}` }));
    await world.system.db.prisma.productLink.createMany({ data: rows.map((row) => ({ ...row, id: newId() })) });
    await expect(savedLink(world)).rejects.toThrow("LIST_FULL");
  });
});

describe("readers", () => {
  test("are warned of what is broken, and see nothing of what is refused", async () => {
    const state = { unchecked: true, alive: true, broken: false, refused: null } as const;
    for (const name of Object.keys(state) as (keyof typeof state)[]) {
      const id = await savedLink(world, { title: name });
      await world.system.db.prisma.productLink.update({ where: { id }, data: { state: name } });
    }
    const shown = Object.fromEntries((await read()).map(({ title, alive }) => [title, alive]));
    expect(shown).toEqual({ unchecked: true, alive: true, broken: false });
    expect(await links()).toHaveLength(4);
  });

  test("of a product that does not exist find nothing", async () => {
    await expect(listDocumentation(asVisitor(), { productId: randomUUID() })).rejects.toThrow("NOT_FOUND");
  });
});

test("links stand in the order they are put in; those not named come after", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) ids.push(await savedLink(world));
  const [a = "", b = "", c = "", d = ""] = ids;
  const order = (ids: string[]) => orderLinks(world.as(world.developer), { productId: world.productId, ids });
  await order([d, b]);
  expect((await read()).map(({ id }) => id)).toEqual([d, b, a, c]);
  await order([c, c, d]);
  expect((await read()).map(({ id }) => id)).toEqual([c, d, b, a]);
});

test("a link that is removed is gone, from the search too", async () => {
  const id = await savedLink(world);
  await takeJobs(world);
  await removeLink(world.as(world.developer), { id });
  expect(await read()).toEqual([]);
  expect(await takeJobs(world)).toEqual([`search.index link:${id}`]);
});

test("a link is asked by hand, but not without end", async () => {
  const id = await savedLink(world);
  await takeJobs(world);
  const ask = () => checkLinkNow(world.as(world.colleague), { id });
  await ask();
  expect(await takeJobs(world)).toEqual([`documentation.check-link ${id}`]);
  await expect(
    (async () => {
      for (let i = 0; i < 100; i++) await ask();
    })(),
  ).rejects.toThrow("RATE_LIMITED");
});

test("those who order at once all succeed", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 12; i++) ids.push(await savedLink(world));
  const orders = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? ids : ids.toReversed()));
  const { productId } = world;
  await Promise.all(orders.map((order) => orderLinks(world.as(world.developer), { productId, ids: order })));
  expect(await read()).toHaveLength(12);
});

test("a developer finds, changes, orders and asks nothing of a rival's product; an admin does", async () => {
  const id = await savedLink(world);
  const { productId } = world;
  const attempts = (actor: World["rival"]) => [
    () => listLinks(world.as(actor), { productId }),
    () => saveLink(world.as(actor), linkOf(world)),
    () => saveLink(world.as(actor), linkOf(world, { id })),
    () => orderLinks(world.as(actor), { productId, ids: [id] }),
    () => checkLinkNow(world.as(actor), { id }),
    () => removeLink(world.as(actor), { id }),
  ];
  const before = await links();
  for (const attempt of attempts(world.rival)) await expect(attempt()).rejects.toThrow("NOT_FOUND");
  expect(await links()).toEqual(before);
  for (const attempt of attempts(world.admin)) await attempt();
});

test("a link is not moved to another product, nor ordered among another's, even within a desk", async () => {
  const id = await savedLink(world);
  const productId = await newProduct(world);
  await expect(savedLink(world, { id, productId })).rejects.toThrow("NOT_FOUND");
  await expect(orderLinks(world.as(world.developer), { productId, ids: [id] })).rejects.toThrow("NOT_FOUND");
});

test("an address is a page of the web without a password, and a title is text", () => {
  const accepts = (own: object) => saveLinkInput.safeParse({ ...linkOf(world), ...own }).success;
  expect(accepts({})).toBe(true);
  for (const url of ["javascript:alert(1)", "ftp://a.example/", "https://a:b@c.example/", "https://a@c.example/", "x"])
    expect(accepts({ url })).toBe(false);
  expect(accepts({ title: "\0" })).toBe(false);
  expect(accepts({ title: " " })).toBe(false);
  expect(accepts({ state: "alive" })).toBe(false);
});
