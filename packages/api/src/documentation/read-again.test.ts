import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { takeJobs } from "../testing/documentation.ts";
import { page, Reading } from "../testing/reading.ts";
import { checkDue } from "./check-due.ts";
import { removeSource } from "./remove-source.ts";

let reading: Reading;

beforeAll(async () => {
  reading = await Reading.create();
});
afterAll(() => reading.close());
beforeEach(() => reading.clear());

describe("read again,", () => {
  test("a site tells by its own marks what is unchanged, and nothing is indexed again", async () => {
    const asked: unknown[] = [];
    reading.site.pages.set("/sitemap.xml", reading.sitemap("/etag", "/same"));
    reading.site.pages.set("/same", page("Same"));
    reading.site.pages.set("/etag", (request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"1"') return response.writeHead(304).end();
      response.writeHead(200, { "content-type": "text/html", etag: '"1"' }).end(page("Marked"));
    });
    const id = await reading.add();
    await reading.read(id);
    const before = await reading.pages();
    await takeJobs(reading.world);
    reading.ahead = 60_000;
    await reading.read(id);
    expect(asked).toEqual([undefined, '"1"']);
    expect(await takeJobs(reading.world)).toEqual([]);
    const after = await reading.pages();
    expect(after).toEqual(before.map((page) => ({ ...page, readAt: expect.any(Date) })));
    expect(after.every(({ readAt }, i) => readAt > (before[i]?.readAt ?? readAt))).toBe(true);
  });

  test("what changed is indexed, what vanished is taken out, what fails for the moment stays", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B"), "/c": page("C"), "/d": page("D"), "/e": page("E") });
    const id = await reading.add();
    await reading.read(id);
    const idOf = new Map((await reading.pages()).map((page) => [page.title, page.id]));
    await takeJobs(reading.world);
    reading.publish({ "/a": page("A", "New words."), "/b": page("B"), "/d": page("D"), "/e": page("E") });
    reading.site.pages.set("/d", { status: 404 });
    reading.site.pages.set("/e", { status: 503 });
    await reading.read(id);
    expect(await reading.titles()).toEqual(["A", "B", "E"]);
    const indexed = ["C", "A", "D"].map((title) => `search.index page:${idOf.get(title)}`);
    expect(await takeJobs(reading.world)).toEqual(indexed);
  });

  test("a site that is down keeps its pages, and says so", async () => {
    reading.publish({ "/a": page("A") });
    const id = await reading.add();
    await reading.read(id);
    reading.site.pages.set("/sitemap.xml", { status: 500 });
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({
      state: "broken",
      problem: "500",
      pages: 1,
      readAt: expect.any(String),
    });
  });

  test("it is done daily, and sooner where nobody went on", async () => {
    reading.publish({ "/a": page("A") });
    const id = await reading.add();
    await reading.read(id);
    await takeJobs(reading.world);
    const due = async (minutes: number) => {
      reading.ahead = minutes * 60_000;
      await checkDue(reading.worker);
      return takeJobs(reading.world);
    };
    expect(await due(23 * 60)).toEqual([]);
    expect(await due(25 * 60)).toEqual([`documentation.read-source ${id}`]);
    await reading.world.system.db.prisma.productSource.updateMany({ data: { begunAt: new Date() } });
    expect(await due(10)).toEqual([`documentation.read-source ${id}`]);
  });
});

describe("a reading", () => {
  test("that was cut goes on where it was, and asks for nothing twice", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B"), "/c": page("C") });
    const id = await reading.add();
    // The database refuses the second page: as good as a worker that dies between fetching and keeping it.
    const { pool } = reading.world.system.db;
    await pool.query("ALTER TABLE product_page ADD CONSTRAINT cut CHECK (title <> 'B') NOT VALID");
    await expect(reading.read(id)).rejects.toThrow();
    await pool.query("ALTER TABLE product_page DROP CONSTRAINT cut");
    expect(await reading.rowOf(id)).toMatchObject({ pages: 1, left: 2 });
    reading.site.asked.length = 0;
    reading.ahead = 5 * 60_000;
    await reading.read(id);
    expect(reading.site.asked).toEqual(["GET /robots.txt", "GET /b", "GET /c"]);
    expect(await reading.rowOf(id)).toMatchObject({ state: "alive", pages: 3, left: null });
  });

  test("makes room for others after its turn, and the next job goes on", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B") });
    const id = await reading.add();
    await takeJobs(reading.world);
    reading.while("/a", page("A"), async () => {
      reading.ahead = 60_000;
    });
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ pages: 1, left: 1 });
    expect(await takeJobs(reading.world)).toContain(`documentation.read-source ${id}`);
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ pages: 2, left: null });
  });

  test("is one at a time", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B") });
    const id = await reading.add();
    reading.while("/a", page("A"), () => reading.read(id));
    await reading.read(id);
    expect(reading.site.asked.sort()).toEqual(["GET /a", "GET /b", "GET /robots.txt", "GET /sitemap.xml"]);
    expect(await reading.titles()).toEqual(["A", "B"]);
  });

  test("whose lease was taken over by another keeps nothing more", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B") });
    const id = await reading.add();
    reading.while("/a", page("A"), async () => {
      reading.ahead = 10 * 60_000;
      await reading.read(id);
    });
    await reading.read(id);
    expect(reading.site.asked.filter((line) => line === "GET /b")).toHaveLength(1);
    expect(await reading.rowOf(id)).toMatchObject({ state: "alive", pages: 2, left: null });
  });

  test("ends when it takes too long, with what it has", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B") });
    const id = await reading.add();
    reading.while("/a", page("A"), async () => {
      reading.ahead = 31 * 60_000;
    });
    await reading.read(id);
    expect(await reading.rowOf(id)).toMatchObject({ state: "alive", problem: "took-too-long", pages: 1, left: null });
  });

  test("of a source that is removed meanwhile ends, and leaves nothing behind", async () => {
    reading.publish({ "/a": page("A"), "/b": page("B") });
    const id = await reading.add();
    reading.while("/b", page("B"), () => removeSource(reading.world.as(reading.world.developer), { id }));
    await reading.read(id);
    expect(await reading.pages()).toEqual([]);
    const jobs = await takeJobs(reading.world);
    const a = jobs.filter((job) => job.startsWith("search.index"));
    // Once when it was read, once when it went.
    expect(a).toHaveLength(2);
    expect(a[0]).toBe(a[1]);
  });
});
