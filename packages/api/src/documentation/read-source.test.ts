import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addedSource, takeJobs } from "../testing/documentation.ts";
import { createSite, TEST_NETWORK, type TestSite } from "../testing/site.ts";
import { createWorld, type World } from "../testing/world.ts";
import { checkDue } from "./check-due.ts";
import { listSources } from "./list-sources.ts";
import { readSource } from "./read-source.ts";
import { removeSource } from "./remove-source.ts";
import { MAX_PAGES, type SourceKind } from "./schema.ts";

let world: World;
let site: TestSite;
/** How far (ms) the worker's clock is ahead of ours. */
let ahead = 0;

beforeAll(async () => {
  world = await createWorld();
  site = await createSite();
});
afterAll(async () => {
  await site.close();
  await world.close();
});
beforeEach(async () => {
  await world.system.db.prisma.productSource.deleteMany();
  await takeJobs(world);
  site.pages.clear();
  site.asked.length = 0;
  ahead = 0;
});

const REACH = { network: TEST_NETWORK, pauseMs: 0 };
const page = (title: string, text = "Some text.") =>
  `<title>${title} · Site</title><main><h1>${title}</h1><p>${text}</p></main>`;
const sitemap = (...paths: string[]) => {
  const urls = paths.map((path) => `<url><loc>${URL.canParse(path) ? path : site.origin + path}</loc></url>`);
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>`;
};
const add = (path = "/sitemap.xml", kind: SourceKind = "sitemap") =>
  addedSource(world, { url: site.origin + path, kind });
const worker = () => ({ ...world.system, clock: () => new Date(Date.now() + ahead) });
const read = (sourceId: string) => readSource(worker(), { sourceId }, REACH);
const pages = () => world.system.db.prisma.productPage.findMany({ orderBy: { url: "asc" } });
const titles = async () => (await pages()).map(({ title }) => title).sort();

async function rowOf(id: string) {
  const { productId } = await world.system.db.prisma.productSource.findUniqueOrThrow({ where: { id } });
  return (await listSources(world.as(world.developer), { productId }))[0];
}

/** A site of pages by their path, listed in a sitemap. */
function publish(paths: Record<string, string>) {
  site.pages.set("/sitemap.xml", sitemap(...Object.keys(paths)));
  for (const [path, body] of Object.entries(paths)) site.pages.set(path, body);
}

describe("a sitemap", () => {
  test("is read page by page, each for the search", async () => {
    publish({ "/a": page("Alpha"), "/b?x=1": page("Beta") });
    const id = await add();
    await takeJobs(world);
    await read(id);
    const [a, b] = await pages();
    expect(a).toMatchObject({ url: `${site.origin}/a`, title: "Alpha", text: expect.stringContaining("Some text.") });
    expect(await takeJobs(world)).toEqual([a, b].map((page) => `search.index page:${page?.id}`));
    expect(await rowOf(id)).toMatchObject({
      state: "alive",
      problem: null,
      pages: 2,
      left: null,
      readAt: expect.any(String),
    });
  });

  test("may be an index of others, and packed; what cannot be had of it is left out", async () => {
    const index = ["/one.xml.gz", "/missing.xml", "/two.xml"].map(
      (path) => `<sitemap><loc>${site.origin}${path}</loc></sitemap>`,
    );
    site.pages.set("/sitemap.xml", `<sitemapindex>${index.join("")}</sitemapindex>`);
    site.pages.set("/one.xml.gz", { body: gzipSync(sitemap("/a")), headers: { "content-type": "application/gzip" } });
    site.pages.set("/two.xml", sitemap("/b"));
    for (const path of ["/a", "/b"]) site.pages.set(path, page(path));
    await read(await add());
    expect(await titles()).toEqual(["/a", "/b"]);
  });

  test("is followed to no other host, however it is written", async () => {
    const other = await createSite({ "/": page("Other") });
    publish({ "/a": page("Alpha") });
    const elsewhere = [`http://other.example:${site.port}/`, `http://docs.example:${other.port}/`, "http://127.0.0.1/"];
    site.pages.set("/moved", { status: 302, headers: { location: `http://docs.example:${other.port}/` } });
    site.pages.set("/sitemap.xml", sitemap("/a", ...elsewhere, "javascript:alert(1)", "/moved"));
    await read(await add());
    expect(await titles()).toEqual(["Alpha"]);
    expect(other.connections()).toBe(0);
    expect(site.asked).toEqual(["GET /robots.txt", "GET /sitemap.xml", "GET /a", "GET /moved"]);
    await other.close();
  });

  test("is read to its limit", async () => {
    const paths = Array.from({ length: MAX_PAGES + 50 }, (_, i) => `/p${i}`);
    site.pages.set("/sitemap.xml", sitemap(...paths));
    // Its turn ends with the first page: what is left is what would be read.
    site.pages.set("/p0", (_request, response) => {
      ahead = 60_000;
      response.writeHead(404).end();
    });
    const id = await add();
    await read(id);
    expect(await rowOf(id)).toMatchObject({ left: MAX_PAGES - 1 });
  });

  test("without pages, or that is none, is broken, and says why", async () => {
    const expected: [path: string, answer: Parameters<typeof site.pages.set>[1], problem: string][] = [
      ["/empty.xml", sitemap(), "nothing-listed"],
      ["/page.html", page("No list"), "nothing-listed"],
      ["/gone.xml", { status: 410 }, "410"],
      ["/zip.xml.gz", { body: Buffer.from([0x1f, 0x8b, 1, 2, 3]) }, "unreadable"],
      ["/bomb.xml.gz", { body: gzipSync(Buffer.alloc(20_000_000)) }, "too-large"],
    ];
    for (const [path, answer, problem] of expected) {
      site.pages.set(path, answer);
      const id = await add(path);
      await read(id);
      expect(await rowOf(id)).toMatchObject({ state: "broken", problem, readAt: null, left: null });
    }
  });
});

test("an llms.txt is read by its links, of which Markdown is read as such", async () => {
  site.pages.set(
    "/docs/llms.txt",
    "# Product\n\n> About\n\n- [Start](start.md): begin here\n- [API](/api)\n- [Else](https://example.org/x)\n",
  );
  const markdown = "# Starting\n\nInstall **it**.\n\n## On Linux\n\n- one\n- two\n";
  site.pages.set("/docs/start.md", { body: markdown, headers: { "content-type": "text/markdown" } });
  site.pages.set("/api", page("The API"));
  await read(await add("/docs/llms.txt", "llms_txt"));
  expect(await titles()).toEqual(["Starting", "The API"]);
  const start = (await pages()).find(({ title }) => title === "Starting");
  expect(start).toMatchObject({ headings: "On Linux", text: "Starting\nInstall it.\nOn Linux\none\ntwo" });
});

describe("robots.txt", () => {
  test("is obeyed, for us by name before all, also where a redirect leads", async () => {
    publish({ "/a": page("Alpha"), "/private/b": page("Beta"), "/c": page("Gamma") });
    site.pages.set("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: MintreuSupportBot\nDisallow: /private/\n");
    site.pages.set("/c", { status: 301, headers: { location: "/private/b" } });
    await read(await add());
    expect(await titles()).toEqual(["Alpha"]);
    expect(site.asked).not.toContain("GET /private/b");
  });

  test("that forbids everything, or cannot be had, means nothing is read", async () => {
    publish({ "/a": page("Alpha") });
    site.pages.set("/robots.txt", "User-agent: *\nDisallow: /");
    const id = await add();
    await read(id);
    expect(await rowOf(id)).toMatchObject({ state: "broken", problem: "nothing-listed", pages: 0 });
    site.pages.set("/robots.txt", { status: 503 });
    await read(id);
    expect(await rowOf(id)).toMatchObject({ state: "broken", problem: "robots", pages: 0 });
    expect(site.asked).not.toContain("GET /a");
  });

  test("and a page may ask by itself not to be found", async () => {
    publish({
      "/a": `<meta name="robots" content="noindex, follow">${page("Alpha")}`,
      "/b": page("Beta"),
      "/c": page("Gamma"),
    });
    site.pages.set("/b", { body: page("Beta"), headers: { "x-robots-tag": "noindex" } });
    await read(await add());
    expect(await titles()).toEqual(["Gamma"]);
  });
});

describe("read again,", () => {
  test("a site tells by its own marks what is unchanged, and nothing is indexed again", async () => {
    const asked: unknown[] = [];
    site.pages.set("/sitemap.xml", sitemap("/etag", "/same"));
    site.pages.set("/same", page("Same"));
    site.pages.set("/etag", (request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"1"') return response.writeHead(304).end();
      response.writeHead(200, { "content-type": "text/html", etag: '"1"' }).end(page("Marked"));
    });
    const id = await add();
    await read(id);
    const before = await pages();
    await takeJobs(world);
    ahead = 60_000;
    await read(id);
    expect(asked).toEqual([undefined, '"1"']);
    expect(await takeJobs(world)).toEqual([]);
    const after = await pages();
    expect(after).toEqual(before.map((page) => ({ ...page, readAt: expect.any(Date) })));
    expect(after.every(({ readAt }, i) => readAt > (before[i]?.readAt ?? readAt))).toBe(true);
  });

  test("what changed is indexed, what vanished is taken out, what fails for the moment stays", async () => {
    publish({ "/a": page("A"), "/b": page("B"), "/c": page("C"), "/d": page("D"), "/e": page("E") });
    const id = await add();
    await read(id);
    const idOf = new Map((await pages()).map((page) => [page.title, page.id]));
    await takeJobs(world);
    publish({ "/a": page("A", "New words."), "/b": page("B"), "/d": page("D"), "/e": page("E") });
    site.pages.set("/d", { status: 404 });
    site.pages.set("/e", { status: 503 });
    await read(id);
    expect(await titles()).toEqual(["A", "B", "E"]);
    const indexed = ["C", "A", "D"].map((title) => `search.index page:${idOf.get(title)}`);
    expect(await takeJobs(world)).toEqual(indexed);
  });

  test("a site that is down keeps its pages, and says so", async () => {
    publish({ "/a": page("A") });
    const id = await add();
    await read(id);
    site.pages.set("/sitemap.xml", { status: 500 });
    await read(id);
    expect(await rowOf(id)).toMatchObject({ state: "broken", problem: "500", pages: 1, readAt: expect.any(String) });
  });

  test("it is done daily, and sooner where nobody went on", async () => {
    publish({ "/a": page("A") });
    const id = await add();
    await read(id);
    await takeJobs(world);
    const due = async (minutes: number) => {
      ahead = minutes * 60_000;
      await checkDue(worker());
      return takeJobs(world);
    };
    expect(await due(23 * 60)).toEqual([]);
    expect(await due(25 * 60)).toEqual([`documentation.read-source ${id}`]);
    await world.system.db.prisma.productSource.updateMany({ data: { begunAt: new Date() } });
    expect(await due(10)).toEqual([`documentation.read-source ${id}`]);
  });
});

describe("a reading", () => {
  /** Reads until a page is asked for, and what happens then. */
  function interruptedAt(path: string, body: string, meanwhile: () => Promise<unknown>) {
    site.pages.set(path, async (_request, response) => {
      site.pages.set(path, body);
      await meanwhile();
      response.writeHead(200, { "content-type": "text/html" }).end(body);
    });
  }

  test("that was cut goes on where it was, and asks for nothing twice", async () => {
    publish({ "/a": page("A"), "/b": page("B"), "/c": page("C") });
    const id = await add();
    // The database refuses the second page: as good as a worker that dies between fetching and keeping it.
    const { pool } = world.system.db;
    await pool.query("ALTER TABLE product_page ADD CONSTRAINT cut CHECK (title <> 'B') NOT VALID");
    await expect(read(id)).rejects.toThrow();
    await pool.query("ALTER TABLE product_page DROP CONSTRAINT cut");
    expect(await rowOf(id)).toMatchObject({ pages: 1, left: 2 });
    site.asked.length = 0;
    ahead = 5 * 60_000;
    await read(id);
    expect(site.asked).toEqual(["GET /robots.txt", "GET /b", "GET /c"]);
    expect(await rowOf(id)).toMatchObject({ state: "alive", pages: 3, left: null });
  });

  test("makes room for others after its turn, and the next job goes on", async () => {
    publish({ "/a": page("A"), "/b": page("B") });
    const id = await add();
    await takeJobs(world);
    interruptedAt("/a", page("A"), async () => {
      ahead = 60_000;
    });
    await read(id);
    expect(await rowOf(id)).toMatchObject({ pages: 1, left: 1 });
    expect(await takeJobs(world)).toContain(`documentation.read-source ${id}`);
    await read(id);
    expect(await rowOf(id)).toMatchObject({ pages: 2, left: null });
  });

  test("is one at a time", async () => {
    publish({ "/a": page("A"), "/b": page("B") });
    const id = await add();
    interruptedAt("/a", page("A"), () => read(id));
    await read(id);
    expect(site.asked.sort()).toEqual(["GET /a", "GET /b", "GET /robots.txt", "GET /sitemap.xml"]);
    expect(await titles()).toEqual(["A", "B"]);
  });

  test("whose lease was taken over by another keeps nothing more", async () => {
    publish({ "/a": page("A"), "/b": page("B") });
    const id = await add();
    interruptedAt("/a", page("A"), async () => {
      ahead = 10 * 60_000;
      await read(id);
    });
    await read(id);
    expect(site.asked.filter((line) => line === "GET /b")).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: "alive", pages: 2, left: null });
  });

  test("ends when it takes too long, with what it has", async () => {
    publish({ "/a": page("A"), "/b": page("B") });
    const id = await add();
    interruptedAt("/a", page("A"), async () => {
      ahead = 31 * 60_000;
    });
    await read(id);
    expect(await rowOf(id)).toMatchObject({ state: "alive", problem: "took-too-long", pages: 1, left: null });
  });

  test("of a source that is removed meanwhile ends, and leaves nothing behind", async () => {
    publish({ "/a": page("A"), "/b": page("B") });
    const id = await add();
    interruptedAt("/b", page("B"), () => removeSource(world.as(world.developer), { id }));
    await read(id);
    expect(await pages()).toEqual([]);
    const jobs = await takeJobs(world);
    const a = jobs.filter((job) => job.startsWith("search.index"));
    // Once when it was read, once when it went.
    expect(a).toHaveLength(2);
    expect(a[0]).toBe(a[1]);
  });
});

test("security row 9: a source at a private address is refused and asked for nothing", async () => {
  const before = site.connections();
  for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433"]) {
    const id = await addedSource(world, { url: `http://${host}:${site.port}/sitemap.xml` });
    await readSource(world.system, { sourceId: id }, { pauseMs: 0 });
    expect(await rowOf(id)).toMatchObject({ state: "refused", problem: "private-address" });
  }
  expect(site.connections()).toBe(before);
});

test("a rival reads, adds and removes no source of another's product", async () => {
  const id = await add();
  const { productId } = await world.system.db.prisma.productSource.findUniqueOrThrow({ where: { id } });
  await expect(listSources(world.as(world.rival), { productId })).rejects.toThrow("NOT_FOUND");
  await expect(removeSource(world.as(world.rival), { id })).rejects.toThrow("NOT_FOUND");
  expect(await rowOf(id)).toBeDefined();
});
