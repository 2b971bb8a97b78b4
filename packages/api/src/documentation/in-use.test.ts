import { afterAll, beforeAll, expect, test } from "vitest";
import { startJobs } from "../server/jobs.ts";
import { addedSource, savedLink } from "../testing/documentation.ts";
import { finds, indexed, searches } from "../testing/search.ts";
import { createSite, TEST_NETWORK, type TestSite } from "../testing/site.ts";
import { createWorld, type World } from "../testing/world.ts";
import { readSource } from "./read-source.ts";
import { removeLink } from "./remove-link.ts";
import { removeSource } from "./remove-source.ts";

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

test("a page of a documentation site is found by anybody, with its host, until its source is removed", async () => {
  const text = "<main><h1>Stitching panoramas</h1><p>Choose the <b>marzipan</b> projection.</p></main>";
  site.pages.set("/a", text);
  site.pages.set("/sitemap.xml", `<urlset><url><loc>${site.origin}/a</loc></url></urlset>`);
  const sourceId = await addedSource(world, { url: `${site.origin}/sitemap.xml` });
  await readSource(world.system, { sourceId }, { network: TEST_NETWORK, pauseMs: 0 });
  await indexed(world);
  const { hits, total } = await searches(world, null, "marzipan");
  expect(total).toBe(1);
  expect(hits).toMatchObject([{ kind: "documentation", href: `${site.origin}/a`, origin: new URL(site.origin).host }]);
  await removeSource(world.as(world.developer), { id: sourceId });
  await indexed(world);
  expect((await searches(world, null, "marzipan")).total).toBe(0);
});

test("a link is found by its title, until it is removed", async () => {
  const id = await savedLink(world, { title: "Frangipane handbook", url: "https://docs.example/frangipane" });
  await indexed(world);
  expect(await finds(world, null, "frangipane")).toEqual([`link:${id}`]);
  await removeLink(world.as(world.developer), { id });
  await indexed(world);
  expect(await finds(world, null, "frangipane")).toEqual([]);
});

test("the worker asks by itself what was saved; at a private address nobody hears of it", async () => {
  const before = site.connections();
  const url = `http://127.0.0.1:${site.port}/`;
  const linkId = await savedLink(world, { url });
  const sourceId = await addedSource(world, { url });
  const jobs = await startJobs(world.system);
  const { productLink, productSource } = world.system.db.prisma;
  const states = async () => [
    (await productLink.findUniqueOrThrow({ where: { id: linkId } })).state,
    (await productSource.findUniqueOrThrow({ where: { id: sourceId } })).state,
  ];
  await expect.poll(states, { timeout: 20_000 }).toEqual(["refused", "refused"]);
  await jobs.stop();
  expect(site.connections()).toBe(before);
}, 40_000);
