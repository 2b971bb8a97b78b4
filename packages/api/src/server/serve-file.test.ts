import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Audience } from "../articles/schema.ts";
import type { Actor } from "../core/actor.ts";
import type { FileView } from "../files/schema.ts";
import { drafts } from "../testing/articles.ts";
import { picture } from "../testing/pictures.ts";
import { fetchFile, publishesWith, uploaded } from "../testing/uploading.ts";
import { createWorld, serveWorld, signIn, type TestServer, type World } from "../testing/world.ts";

let world: World;
let server: TestServer;
let bytes: Buffer;
let everybody: Record<string, Actor | null>;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
  bytes = await picture("png", 800, 400);
  const { customer, stranger, developer, colleague, rival, admin } = world;
  const misplaced = await signIn(world.system, developer, "customer");
  everybody = { visitor: null, customer, stranger, developer, colleague, rival, admin, misplaced };
});
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Every form in which a file's address can be asked for. */
const FORMS = {
  whole: (url: string) => ({ url, init: {} }),
  thumbnail: (url: string) => ({ url: `${url}?w=320`, init: {} }),
  "widest thumbnail": (url: string) => ({ url: `${url}?w=1600`, init: {} }),
  head: (url: string) => ({ url, init: { method: "HEAD" } }),
  range: (url: string) => ({ url, init: { headers: { range: "bytes=0-9" } } }),
  "end of it": (url: string) => ({ url, init: { headers: { range: "bytes=-10" } } }),
  "what it has already": (url: string) => ({ url, init: { headers: { "if-none-match": "*" } } }),
  "another name": (url: string) => ({ url: url.replace(/[^/]+$/, "whatever.html"), init: {} }),
};

const NOTHING = "/files/019ab000-0000-7000-8000-000000000000/nothing.png";

/** Who of everybody is given a file, in each form; those who are not learn nothing. */
async function whoGets(url: string): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const [form, ask] of Object.entries(FORMS)) {
    const gets: string[] = [];
    for (const [who, actor] of Object.entries(everybody)) {
      const [there, nothing] = await Promise.all([url, NOTHING].map((one) => answerTo(actor, ask(one))));
      expect(nothing?.status).toBe(404);
      if (there?.status === 404) expect(there).toEqual(nothing);
      else gets.push(who);
      expect(there?.status).toBeOneOf([200, 206, 304, 404]);
    }
    answers[form] = gets;
  }
  return answers;
}

async function answerTo(actor: Actor | null, { url, init }: ReturnType<(typeof FORMS)["whole"]>) {
  const response = await fetchFile(server, actor, url, init);
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers, body: (await response.bytes()).length };
}

const everyForm = (who: string[]) => Object.fromEntries(Object.keys(FORMS).map((form) => [form, who]));
const WRITERS = ["developer", "colleague", "admin"];

describe("what a published article shows is had, in every form of its address, by whoever may read the article", () => {
  test.each<[Audience, string[]]>([
    ["public", ["visitor", "customer", "stranger", "developer", "colleague", "rival", "admin"]],
    ["customers", ["customer", "stranger", "developer", "colleague", "rival", "admin"]],
    ["developers", ["developer", "colleague", "rival", "admin"]],
    ["agents", WRITERS],
  ])("one for %s", async (audience, who) => {
    const { file } = await publishesWith(world, server, { name: "a.png", bytes, audience });
    expect(await whoGets(file.url)).toEqual(everyForm(who));
  });
});

describe("what readers do not see is had by those alone who write the article:", () => {
  test("a draft's", async () => {
    const { id } = await drafts(world);
    const file = await uploaded(server, world.developer, { id, name: "a.png", bytes });
    expect(await whoGets(file.url)).toEqual(everyForm(WRITERS));
  });
  test("what a published article does not show", async () => {
    const { articleId } = await publishesWith(world, server, { name: "a.png", bytes });
    const other = await picture("png", 90, 90);
    const file = await uploaded(server, world.developer, { id: articleId, name: "b.png", bytes: other });
    expect(await whoGets(file.url)).toEqual(everyForm(WRITERS));
  });
  test("one of an article that was taken down, from that moment", async () => {
    const { articleId, file } = await publishesWith(world, server, { name: "a.png", bytes });
    expect((await fetchFile(server, null, file.url)).status).toBe(200);
    await world.system.db.prisma.articlePage.delete({ where: { articleId } });
    expect(await whoGets(file.url)).toEqual(everyForm(WRITERS));
  });
});

test("whoever leaves a desk has its drafts' files no longer", async () => {
  const { id } = await drafts(world);
  const file = await uploaded(server, world.developer, { id, name: "a.png", bytes });
  expect((await fetchFile(server, world.colleague, file.url)).status).toBe(200);
  const membership = { deskId: world.deskId, personId: world.colleague.personId };
  await world.system.db.prisma.deskMember.deleteMany({ where: membership });
  const etag = `"${file.id}"`;
  const again = await fetchFile(server, world.colleague, file.url, { headers: { "if-none-match": etag } });
  expect(again.status).toBe(404);
  await world.system.db.prisma.deskMember.create({ data: membership });
});

describe("however a file is called, it is never a page of ours", () => {
  const SCRIPTS = {
    "page.html": "<!doctype html><script>alert(1)</script>",
    "drawing.svg": `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
    "picture.png": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "late.txt": `${" ".repeat(5_000)}<html><script>alert(1)</script>`,
    'x"><img src=x onerror=alert(1)>.txt': "plain",
    "code.js": "alert(1)",
  };
  test.each(Object.entries(SCRIPTS))("%s", async (name, text) => {
    const { file } = await publishesWith(world, server, { name, bytes: text });
    const { headers } = await fetchFile(server, null, file.url);
    expect(headers.get("content-type")).toMatch(/^(application\/octet-stream|text\/plain; charset=utf-8)$/);
    if (text.includes("<")) expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="[ !#-~]*"; filename\*=UTF-8''[\w%.!~*-]*$/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(file.url).toMatch(/^\/files\/[\w-]+\/[\w%.!~*'()-]+$/);
  });
  test("a picture is shown, with the same headers", async () => {
    const { file } = await publishesWith(world, server, { name: "a.html", bytes });
    const { headers } = await fetchFile(server, null, file.url);
    expect(headers.get("content-type")).toBe("image/png");
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="a.png"/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
  });
});

describe("a file's", () => {
  let shown: FileView;
  let hidden: FileView;
  beforeAll(async () => {
    ({ file: shown } = await publishesWith(world, server, { name: "a.png", bytes }));
    ({ file: hidden } = await publishesWith(world, server, { name: "a.png", bytes, audience: "customers" }));
  });

  test("parts are the bytes that were asked for", async () => {
    const whole = await (await fetchFile(server, null, shown.url)).bytes();
    const part = async (range: string, more: Record<string, string> = {}) => {
      const response = await fetchFile(server, null, shown.url, { headers: { range, ...more } });
      return { status: response.status, of: response.headers.get("content-range"), bytes: await response.bytes() };
    };
    const size = whole.length;
    expect(await part("bytes=5-9")).toEqual({ status: 206, of: `bytes 5-9/${size}`, bytes: whole.slice(5, 10) });
    expect(await part("bytes=-3")).toMatchObject({ status: 206, bytes: whole.slice(-3) });
    expect(await part(`bytes=${size - 1}-`)).toMatchObject({ status: 206, bytes: whole.slice(-1) });
    expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, of: `bytes */${size}` });
    expect(await part("bytes=-0")).toMatchObject({ status: 416 });
    for (const odd of ["bytes=0-1,4-5", "bytes=9-5", "bytes=-", "lines=1-2", "bytes=a-b"]) {
      expect(await part(odd)).toMatchObject({ status: 200, bytes: whole });
    }
    expect(await part("bytes=0-1", { "if-range": '"other"' })).toMatchObject({ status: 200 });
    expect(await part("bytes=0-1", { "if-range": `"${shown.id}"` })).toMatchObject({ status: 206 });
  });
  test("widths are made once, never wider than it is, and no others", async () => {
    const narrow = await fetchFile(server, null, `${shown.url}?w=320`);
    expect(narrow.headers.get("content-type")).toBe("image/webp");
    expect(narrow.headers.get("etag")).not.toBe((await fetchFile(server, null, shown.url)).headers.get("etag"));
    const wide = await fetchFile(server, null, `${shown.url}?w=960`);
    expect(Number(wide.headers.get("content-length"))).toBe(shown.size);
    for (const width of ["321", "0", "-320", "99999999", "320px", ""]) {
      expect((await fetchFile(server, null, `${shown.url}?w=${width}`)).status).toBe(404);
    }
  });
  test("bytes are kept by everybody only where everybody may have them", async () => {
    const open = await fetchFile(server, null, shown.url);
    expect(open.headers.get("cache-control")).toMatch(/^public/);
    expect(open.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const closed = await fetchFile(server, world.customer, hidden.url);
    expect(closed.headers.get("cache-control")).toBe("private, no-cache");
    expect(closed.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
  test("bytes are not sent again to whoever has them", async () => {
    const etag = (await fetchFile(server, null, shown.url)).headers.get("etag") ?? "";
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await fetchFile(server, null, shown.url, { headers: { "if-none-match": tag } });
      expect([again.status, (await again.bytes()).length]).toEqual([304, 0]);
    }
    expect((await fetchFile(server, null, shown.url, { headers: { "if-none-match": '"x"' } })).status).toBe(200);
  });
});

test("a page keeps the place of a picture while it loads, and offers it in its widths", async () => {
  const { articleId, file } = await publishesWith(world, server, { name: "a.png", bytes });
  const { html } = await world.system.db.prisma.articlePage.findUniqueOrThrow({ where: { articleId } });
  expect(html).toContain('width="800" height="400"');
  expect(html).toContain(`${file.url}?w=320 320w`);
});

test.each([
  "/files",
  "/files/",
  "/files/x/y",
  `/files/${"a".repeat(36)}/y`,
  "/files/../etc/passwd",
  "/files/%2e%2e/a",
  `${NOTHING}/more`,
])("%s is nothing", async (path) => expect((await fetchFile(server, null, path)).status).toBeOneOf([404, 421]));

test("a file is only read at its address", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
    expect((await fetchFile(server, world.developer, NOTHING, { method })).status).toBe(405);
  }
});
