import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { savedLink, takeJobs } from "../testing/documentation.ts";
import { rowsRead } from "../testing/rows-read.ts";
import { createSite, TEST_NETWORK, type TestSite } from "../testing/site.ts";
import { createWorld, type World } from "../testing/world.ts";
import { checkDue } from "./check-due.ts";
import { checkLink } from "./check-link.ts";
import { listLinks } from "./list-links.ts";
import { FAILURES } from "./rules.ts";
import { saveLink } from "./save-link.ts";

let world: World;
let site: TestSite;

beforeAll(async () => {
  world = await createWorld();
  site = await createSite();
});
afterAll(async () => {
  await site.close();
  await world.close();
});
beforeEach(async () => {
  await world.system.db.prisma.productLink.deleteMany();
  await takeJobs(world);
  site.pages.clear();
  site.asked.length = 0;
});

const check = (linkId: string) => checkLink(world.system, { linkId }, TEST_NETWORK);
const linkTo = (path: string) => savedLink(world, { url: `${site.origin}${path}` });
const only = async () => (await listLinks(world.as(world.developer), { productId: world.productId }))[0];

test("a link that answers to HEAD is alive, and asked no more than that", async () => {
  site.pages.set("/a", "x".repeat(1_000));
  await check(await linkTo("/a"));
  expect(await only()).toMatchObject({ state: "alive", problem: null, checkedAt: expect.any(String) });
  expect(site.asked).toEqual(["HEAD /a"]);
});

test("a server that does not like HEAD is asked by GET, whatever it sends", async () => {
  for (const status of [403, 404, 405, 501]) {
    site.pages.set("/a", (request, response) => {
      response
        .writeHead(request.method === "HEAD" ? status : 200)
        .end(request.method === "GET" ? "y".repeat(200_000) : "");
    });
    const id = await linkTo("/a");
    await check(id);
    expect((await only())?.state).toBe("alive");
    await world.system.db.prisma.productLink.deleteMany();
  }
});

test("a good link is broken after failing repeatedly, with the reason, and the search hears of it", async () => {
  site.pages.set("/a", "here");
  const id = await linkTo("/a");
  await check(id);
  await takeJobs(world);
  site.pages.set("/a", { status: 500 });
  for (let i = 1; i < FAILURES; i++) {
    await check(id);
    expect(await only()).toMatchObject({ state: "alive", alive: true, problem: "500" });
    expect(await takeJobs(world)).toEqual([]);
  }
  await check(id);
  expect(await only()).toMatchObject({ state: "broken", alive: false, problem: "500" });
  expect(await takeJobs(world)).toEqual([`search.index link:${id}`]);
  site.pages.set("/a", "back");
  await check(id);
  expect(await only()).toMatchObject({ state: "alive", problem: null });
});

test("security row 9: a private address is refused and asked for nothing", async () => {
  const before = site.connections();
  for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]"]) {
    const id = await savedLink(world, { url: `http://${host}:${site.port}/` });
    // In production's own network.
    await checkLink(world.system, { linkId: id });
    expect(await only()).toMatchObject({ state: "refused", problem: "private-address" });
    await world.system.db.prisma.productLink.deleteMany();
  }
  expect(site.connections()).toBe(before);
});

test("a link that changed while it was asked keeps nothing of the answer for its old address", async () => {
  const id = await linkTo("/old");
  site.pages.set("/old", async (_request, response) => {
    await world.system.db.prisma.productLink.update({ where: { id }, data: { url: `${site.origin}/new` } });
    response.end();
  });
  await check(id);
  expect(await only()).toMatchObject({ state: "unchecked", checkedAt: null });
});

test("one that was removed while it was asked does no harm", async () => {
  const id = await linkTo("/a");
  site.pages.set("/a", async (_request, response) => {
    await world.system.db.prisma.productLink.deleteMany();
    response.end();
  });
  await check(id);
  await check(id);
  expect(await only()).toBeUndefined();
});

test("links are asked daily, failing ones sooner, and new ones that were forgotten", async () => {
  const { prisma } = world.system.db;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const link = async (data: { checkedAt: Date | null; failures?: number; createdAt?: Date }) => {
    const id = await savedLink(world);
    await prisma.productLink.update({ where: { id }, data });
    return id;
  };
  await link({ checkedAt: ago(60) });
  await link({ checkedAt: ago(5), failures: 1 });
  await link({ checkedAt: ago(60), failures: FAILURES });
  await link({ checkedAt: null });
  const due = [
    await link({ checkedAt: ago(25 * 60) }),
    await link({ checkedAt: ago(25 * 60), failures: FAILURES }),
    await link({ checkedAt: ago(20), failures: 1 }),
    await link({ checkedAt: null, createdAt: ago(20) }),
  ];
  await takeJobs(world);
  await checkDue(world.system);
  expect((await takeJobs(world)).sort()).toEqual(due.map((id) => `documentation.check-link ${id}`).sort());
});

test("what is due is found among ten times as many links and sites by reading no more rows", async () => {
  const { pool } = world.system.db;
  const add = async (count: number) => {
    await pool.query(
      `INSERT INTO product_link (id, product_id, title, url, kind, checked_at)
       SELECT gen_random_uuid(), $1, 'Guide', 'https://docs.example/' || gen_random_uuid(), 'guide', now() FROM generate_series(1, $2)`,
      [world.productId, count],
    );
    await pool.query(
      `INSERT INTO product_source (id, product_id, kind, url, leased_to)
       SELECT gen_random_uuid(), $1, 'sitemap', 'https://docs.example/' || gen_random_uuid(), now() FROM generate_series(1, $2)`,
      [world.productId, count],
    );
    await pool.query("ANALYZE product_link, product_source");
  };
  await add(1_000);
  const few = await rowsRead(world.system, () => checkDue(world.system));
  await add(10_000);
  const many = await rowsRead(world.system, () => checkDue(world.system));
  expect(many.rows).toBeLessThanOrEqual(few.rows);
  expect(many.statements).toBe(1);
});

test("saving again is what makes a refused link be asked again at once", async () => {
  const id = await savedLink(world, { url: "http://127.0.0.1/" });
  await checkLink(world.system, { linkId: id });
  await takeJobs(world);
  await saveLink(world.as(world.developer), {
    ...{ id, productId: world.productId, title: "Guide", kind: "guide", version: null },
    url: "https://docs.example/",
  });
  expect(await takeJobs(world)).toContain(`documentation.check-link ${id}`);
});
