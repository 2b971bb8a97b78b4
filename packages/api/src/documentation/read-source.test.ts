import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addedSource, takeJobs } from "../testing/documentation.ts";
import { page, Reading } from "../testing/reading.ts";
import { createSite } from "../testing/site.ts";
import { listSources } from "./list-sources.ts";
import { readSource } from "./read-source.ts";
import { removeSource } from "./remove-source.ts";
import { MAX_PAGES } from "./schema.ts";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.create();
});
afterAll(() => reading.close());
beforeEach(() => reading.clear());

describe("a sitemap", () => {
  test("is read page by page, each for the search", async () => {
    reading.publish({ "/a": page("Alpha"), "/b?x=1": page("Beta") });
    const id = await reading.add();
    await takeJobs(reading.world);
    await reading.read(id);
    const [a, b] = await reading.pages();
    expect(a).toMatchObject({
      url: `${reading.site.origin}/a`,
      title: "Alpha",
      text: expect.stringContaining("Some text."),
    });
    expect(await takeJobs(reading.world)).toEqual([a, b].map((page) => `search.index page:${page?.id}`));
    expect(await reading.rowOf(id)).toMatchObject({
      state: "alive",
      problem: null,
      pages: 2,
      left: null,
      readAt: expect.any(String),
    });
  });

  test("may be an index of others, and packed; what cannot be had of it is left out", async () => {
    const index = ["/one.xml.gz", "/missing.xml", "/two.xml"].map(
      (path) => `<sitemap><loc>${reading.site.origin}${path}</loc></sitemap>`,
    );
    reading.site.pages.set("/sitemap.xml", `<sitemapindex>${index.join("")}</sitemapindex>`);
    reading.site.pages.set("/one.xml.gz", {
      body: gzipSync(reading.sitemap("/a")),
      headers: { "content-type": "application/gzip" },
    });
    reading.site.pages.set("/two.xml", reading.sitemap("/b"));
    for (const path of ["/a", "/b"]) reading.site.pages.set(path, page(path));
    await reading.read(await reading.add());
    expect(await reading.titles()).toEqual(["/a", "/b"]);
  });

  test("is followed to no other host, however it is written", async () => {
    const other = await createSite({ "/": page("Other") });
    reading.publish({ "/a": page("Alpha") });
    const elsewhere = [
      `http://other.example:${reading.site.port}/`,
      `http://docs.example:${other.port}/`,
      "http://127.0.0.1/",
    ];
    reading.site.pages.set("/moved", { status: 302, headers: { location: `http://docs.example:${other.port}/` } });
    reading.site.pages.set("/sitemap.xml", reading.sitemap("/a", ...elsewhere, "javascript:alert(1)", "/moved"));
    await reading.read(await reading.add());
    expect(await reading.titles()).toEqual(["Alpha"]);
    expect(other.connections()).toBe(0);
    expect(reading.site.asked).toEqual(["GET /robots.txt", "GET /sitemap.xml", "GET /a", "GET /moved"]);
    await other.close();
  });

  test("is read to its limit", async () => {
    const paths = Array.from({ length: MAX_PAGES + 50 }, (_, i) => `/p${i}`);
    reading.site.pages.set("/sitemap.xml", reading.sitemap(...paths));
    // Its turn ends with the first page: what is left is what would be read.
    reading.site.pages.set("/p0", (_request, response) => {
      reading.ahead = 60_000;
      response.writeHead(404).end();
    });
    const id = await reading.add();
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ left: MAX_PAGES - 1 });
  });

  test("without pages, or that is none, is broken, and says why", async () => {
    const expected: [path: string, answer: Parameters<typeof reading.site.pages.set>[1], problem: string][] = [
      ["/empty.xml", reading.sitemap(), "nothing-listed"],
      ["/page.html", page("No list"), "nothing-listed"],
      ["/gone.xml", { status: 410 }, "410"],
      ["/zip.xml.gz", { body: Buffer.from([0x1f, 0x8b, 1, 2, 3]) }, "unreadable"],
      ["/bomb.xml.gz", { body: gzipSync(Buffer.alloc(20_000_000)) }, "too-large"],
    ];
    for (const [path, answer, problem] of expected) {
      reading.site.pages.set(path, answer);
      const id = await reading.add(path);
      await reading.read(id);
      expect(await reading.rowOf(id)).toMatchObject({ state: "broken", problem, readAt: null, left: null });
    }
  });
});

test("an llms.txt is read by its links, of which Markdown is read as such", async () => {
  reading.site.pages.set(
    "/docs/llms.txt",
    "# Product\n\n> About\n\n- [Start](start.md): begin here\n- [API](/api)\n- [Else](https://example.org/x)\n",
  );
  const markdown = "# Starting\n\nInstall **it**.\n\n## On Linux\n\n- one\n- two\n";
  reading.site.pages.set("/docs/start.md", { body: markdown, headers: { "content-type": "text/markdown" } });
  reading.site.pages.set("/api", page("The API"));
  await reading.read(await reading.add("/docs/llms.txt", "llms_txt"));
  expect(await reading.titles()).toEqual(["Starting", "The API"]);
  const start = (await reading.pages()).find(({ title }) => title === "Starting");
  expect(start).toMatchObject({ headings: "On Linux", text: "Starting\nInstall it.\nOn Linux\none\ntwo" });
});

describe("robots.txt", () => {
  test("is obeyed, for us by name before all, also where a redirect leads", async () => {
    reading.publish({ "/a": page("Alpha"), "/private/b": page("Beta"), "/c": page("Gamma") });
    reading.site.pages.set(
      "/robots.txt",
      "User-agent: *\nDisallow: /\n\nUser-agent: MintreuSupportBot\nDisallow: /private/\n",
    );
    reading.site.pages.set("/c", { status: 301, headers: { location: "/private/b" } });
    await reading.read(await reading.add());
    expect(await reading.titles()).toEqual(["Alpha"]);
    expect(reading.site.asked).not.toContain("GET /private/b");
  });

  test("that forbids everything, or cannot be had, means nothing is read", async () => {
    reading.publish({ "/a": page("Alpha") });
    reading.site.pages.set("/robots.txt", "User-agent: *\nDisallow: /");
    const id = await reading.add();
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ state: "broken", problem: "nothing-listed", pages: 0 });
    reading.site.pages.set("/robots.txt", { status: 503 });
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ state: "broken", problem: "robots", pages: 0 });
    expect(reading.site.asked).not.toContain("GET /a");
  });

  test("and a page may ask by itself not to be found", async () => {
    reading.publish({
      "/a": `<meta name="robots" content="noindex, follow">${page("Alpha")}`,
      "/b": page("Beta"),
      "/c": page("Gamma"),
    });
    reading.site.pages.set("/b", { body: page("Beta"), headers: { "x-robots-tag": "noindex" } });
    await reading.read(await reading.add());
    expect(await reading.titles()).toEqual(["Gamma"]);
  });
});

test("security row 9: a source at a private address is refused and asked for nothing", async () => {
  const before = reading.site.connections();
  for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433"]) {
    const id = await addedSource(reading.world, { url: `http://${host}:${reading.site.port}/sitemap.xml` });
    await readSource(reading.world.system, { sourceId: id }, { pauseMs: 0 });
    expect(await reading.rowOf(id)).toMatchObject({ state: "refused", problem: "private-address" });
  }
  expect(reading.site.connections()).toBe(before);
});

test("a rival reads, adds and removes no source of another's product", async () => {
  const id = await reading.add();
  const { productId } = await reading.world.system.db.prisma.productSource.findUniqueOrThrow({ where: { id } });
  await expect(listSources(reading.world.as(reading.world.rival), { productId })).rejects.toThrow("NOT_FOUND");
  await expect(removeSource(reading.world.as(reading.world.rival), { id })).rejects.toThrow("NOT_FOUND");
  expect(await reading.rowOf(id)).toBeDefined();
});
