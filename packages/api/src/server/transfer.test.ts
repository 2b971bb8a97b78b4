import { readFileSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImportLine } from "../articles/schema.ts";
import { importArticles } from "../articles/transfer/import-articles.ts";
import { zipSource } from "../articles/transfer/zip-source.ts";
import type { Actor } from "../core/actor.ts";
import { headersOf } from "../testing/client.ts";
import { sourceOf } from "../testing/import-source.ts";
import { picture } from "../testing/pictures.ts";
import { filesOnDisk } from "../testing/uploading.ts";
import {
  createPerson,
  createWorld,
  join as joinDesk,
  serveWorld,
  type TestServer,
  type World,
} from "../testing/world.ts";
import { forgedZip, zipBomb, zipOf } from "../testing/zip.ts";

let world: World;
let server: TestServer;

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

interface Sent {
  actor?: Actor | null;
  deskId?: string;
  headers?: Record<string, string>;
  query?: string;
}

async function send(zip: Buffer, { actor = world.developer, deskId = world.deskId, headers, query = "" }: Sent = {}) {
  const response = await fetch(`${server.url(actor?.app ?? "console")}/knowledge/import?desk=${deskId}${query}`, {
    method: "POST",
    body: new Uint8Array(zip),
    headers: { ...(actor && headersOf(server, actor)), ...headers },
  });
  const lines = (await response.text()).trim().split("\n").filter(Boolean);
  return { status: response.status, lines: lines.map((line) => JSON.parse(line) as ImportLine) };
}
const problemOf = ({ status, lines }: Awaited<ReturnType<typeof send>>) => {
  const [line] = lines;
  return [status, line && "problem" in line ? line.problem.code : null];
};
const articles = (deskId = world.deskId) => world.system.db.prisma.article.count({ where: { deskId } });

test("an archive is imported, tells how far it is, and leaves nothing of itself", async () => {
  const before = filesOnDisk(world);
  const png = await picture("png", 30, 30);
  const zip = await zipOf({
    "folder/A/one.md": "# One\n\n[two](two.md) ![a](a.png) ![b](b.png)",
    "folder/A/two.md": "# Two\n\nText",
    "folder/A/a.png": png,
    "folder/.DS_Store": "x",
    "__MACOSX/folder/A/._one.md": "# Junk",
  });
  const { status, lines } = await send(zip);
  expect(status).toBe(200);
  expect(lines.slice(0, -1)).toEqual([{ progress: { done: 0, total: 2 } }, { progress: { done: 2, total: 2 } }]);
  expect(lines.at(-1)).toMatchObject({
    report: {
      added: 2,
      collections: 1,
      problems: [{ file: "A/one.md", kind: "picture", why: "missing", what: "b.png" }],
    },
  });
  expect(filesOnDisk(world).length).toBe(before.length + 1);
  const again = await send(zip, { query: "&draft=1" });
  expect(again.lines.at(-1)).toMatchObject({ report: { added: 0, changed: 0, same: 2 } });
});

test("names as packers of every system write them are understood", async () => {
  const zip = await zipOf({
    "Hilfe/Über uns.md": "# Über",
    "Hilfe/caf_.md": "# Windows",
    "Hilfe/more_deep.md": "# Deep",
  });
  // UTF-8 that does not say so, as from macOS; letters of an old DOS; backslashes, as from some of Windows.
  for (let at = zip.indexOf("PK\x01\x02", 0, "latin1"); at !== -1; at = zip.indexOf("PK\x01\x02", at + 1, "latin1"))
    zip.writeUInt16LE(zip.readUInt16LE(at + 8) & ~0x800, at + 8);
  const renamed = Buffer.from(
    zip.toString("latin1").replaceAll("caf_.md", "caf\x82.md").replaceAll("Hilfe/more_deep", "Hilfe\\more\\deep"),
    "latin1",
  );
  const path = join(world.system.settings.dataDir, "names.zip");
  writeFileSync(path, renamed);
  const source = await zipSource(path);
  expect(source.paths).toEqual(["café.md", "more/deep.md", "Über uns.md"]);
  await source.close();
});

describe("who may import and export:", () => {
  const answers = async (ask: (actor: Actor | null) => Promise<number>) => {
    const { customer, stranger, developer, colleague, rival, admin } = world;
    const everybody = { visitor: null, customer, stranger, developer, colleague, rival, admin };
    const said: Record<string, number> = {};
    for (const [who, actor] of Object.entries(everybody)) said[who] = await ask(actor);
    return said;
  };
  // In the customer app there is no such address.
  const EXPECTED = {
    visitor: 401,
    customer: 421,
    stranger: 421,
    developer: 200,
    colleague: 200,
    rival: 404,
    admin: 200,
  };

  test("whoever writes for the desk", async () => {
    const zip = await zipOf({ "who.md": "# Who\n\nText" });
    expect(await answers(async (actor) => (await send(zip, { actor })).status)).toEqual(EXPECTED);
    const ask = async (actor: Actor | null) => {
      const headers = actor ? headersOf(server, actor) : {};
      return (await fetch(`${server.url(actor?.app ?? "console")}/knowledge/export?desk=${world.deskId}`, { headers }))
        .status;
    };
    expect(await answers(ask)).toEqual(EXPECTED);
  });
  test("nobody from another site, nor as somebody else", async () => {
    const zip = await zipOf({ "a.md": "# A\n\nText" });
    const before = await articles();
    expect((await send(zip, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await send(zip, { headers: { "x-mintreu-person": world.admin.personId } })).status).toBe(401);
    const cookie = { cookie: headersOf(server, world.developer).cookie ?? "", "sec-fetch-site": "cross-site" };
    const url = `${server.url("console")}/knowledge/export?desk=${world.deskId}`;
    expect((await fetch(url, { headers: cookie })).status).toBe(403);
    expect(await articles()).toBe(before);
  });
  test("with nothing else in the address", async () => {
    const zip = await zipOf({ "a.md": "# A\n\nText" });
    for (const query of ["&ownerId=x", "&audience=public", "&__proto__=x", "&draft=0", "&product=inkwell"]) {
      expect(problemOf(await send(zip, { query }))).toEqual([400, "INVALID"]);
    }
    expect(problemOf(await send(zip, { deskId: "x" }))).toEqual([400, "INVALID"]);
  });
});

describe("an archive that", () => {
  /** Refused, with nothing imported, nothing on the disk, and not much memory. */
  async function refused(zip: Buffer) {
    const before = [await articles(), filesOnDisk(world)];
    const start = process.memoryUsage().rss;
    let most = start;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 2);
    const answer = problemOf(await send(zip));
    clearInterval(watch);
    expect([await articles(), filesOnDisk(world)]).toEqual(before);
    expect(most - start).toBeLessThan(200_000_000);
    return answer;
  }

  test("is none, is cut or is locked is told so", async () => {
    const zip = await zipOf({ "a.md": "# A\n\nText", "b.md": "# B\n\nText" });
    for (const wrong of [Buffer.from("no zip"), Buffer.alloc(0), zip.subarray(0, zip.length - 30)]) {
      expect(await refused(wrong)).toEqual([422, "ARCHIVE_BROKEN"]);
    }
  });
  test.each(["../ab.md", "/x/ab.md", "..\\ab.md", "C:/ab.md"])("holds %s is refused", async (name) => {
    const harmless = "x".repeat(name.length - 3).concat(".md");
    const zip = await forgedZip({ "good.md": "# Good\n\nText", [harmless]: "# Evil\n\nText" }, harmless, name);
    expect(await refused(zip)).toEqual([422, "ARCHIVE_BROKEN"]);
  });
  test("unpacks to a thousand times its size is refused before it is unpacked", async () => {
    const zip = await zipBomb("a.md", 150);
    expect(zip.length).toBeLessThan(1_000_000);
    expect(await refused(zip)).toEqual([413, "ARCHIVE_TOO_BIG"]);
  });
  test("holds a bomb among what is beside articles is refused too", async () => {
    expect(await refused(await zipBomb("a.png", 60))).toEqual([413, "ARCHIVE_TOO_BIG"]);
  });
  test("holds more files than anybody writes is refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.md`, ""]));
    expect(await refused(await zipOf(many))).toEqual([413, "ARCHIVE_TOO_BIG"]);
  });
  test("lies about how large a file is ends where it said it would", async () => {
    const zip = await zipBomb("a.md", 3);
    // What the central directory says it unpacks to, made harmless.
    const central = zip.indexOf(Buffer.from("504b0102", "hex"));
    zip.writeUInt32LE(1_000, central + 24);
    const { lines } = await send(zip);
    expect(lines.at(-1)).toMatchObject({ problem: { code: "ARCHIVE_BROKEN" } });
    expect(filesOnDisk(world).filter((path) => path.startsWith("incoming/"))).toEqual([]);
  });
});

test("an export comes as an archive that imports as it is", async () => {
  const png = await picture("png", 30, 30);
  const files = { "A/one.md": "# One more\n\n![a](a.png)", "A/a.png": png };
  const deskId = world.rivalDeskId;
  await importArticles(world.as(world.rival), { deskId, productId: null, draft: false, source: sourceOf(files) });
  const headers = headersOf(server, world.rival);
  const response = await fetch(`${server.url("console")}/knowledge/export?desk=${deskId}`, { headers });
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename="rita-articles.zip"; filename*=UTF-8''rita-articles.zip`,
  );
  const path = join(world.system.settings.dataDir, "export.zip");
  writeFileSync(path, await response.bytes());
  const source = await zipSource(path);
  expect(source.paths).toEqual(["A/_collection.md", "A/files/one-more/a.png", "A/one-more.md"]);
  expect((await buffer(await source.stream("A/one-more.md"))).toString()).toContain("![a](files/one-more/a.png)");
  await source.close();
  const again = await send(readFileSync(path), { actor: world.rival, deskId });
  expect(again.lines.at(-1)).toMatchObject({ report: { added: 0, changed: 0, same: 1, collections: 0, problems: [] } });
});

test("one person's archives are few at once and in an hour; what is too many is refused before it is read", async () => {
  const actor = await createPerson(world.system, "developer", "Flora Flood");
  await joinDesk(world.system, world.deskId, actor);
  const zip = await zipOf({ "flood/one.md": "# Flood\n\nText" });
  const slow = Array.from({ length: 3 }, () => sendSlowly(zip, actor));
  const arriving = () => filesOnDisk(world).filter((path) => path.startsWith("incoming")).length;
  await expect.poll(arriving, { timeout: 20_000 }).toBe(3);
  expect(problemOf(await send(zip, { actor }))).toEqual([429, "RATE_LIMITED"]);
  expect(problemOf(await send(zip))[1], "somebody else's").not.toBe("RATE_LIMITED");
  for (const { finish, answer } of slow) {
    finish();
    expect(await answer).toBe(200);
  }
  expect(problemOf(await send(zip, { actor }))[1], "with none under way").not.toBe("RATE_LIMITED");
  await world.system.db.prisma.rateLimit.update({ where: { key: `import:${actor.personId}` }, data: { count: 60 } });
  expect(problemOf(await send(zip, { actor }))).toEqual([429, "RATE_LIMITED"]);
});

/** Begins to send an archive; its last byte leaves when told. */
function sendSlowly(zip: Buffer, actor: Actor) {
  const request = httpRequest(`${server.url("console")}/knowledge/import?desk=${world.deskId}`, {
    method: "POST",
    headers: { ...headersOf(server, actor), "content-length": zip.length },
  });
  const answer = new Promise<number | undefined>((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => {
      response.resume().once("end", () => resolve(response.statusCode));
    });
  });
  request.write(zip.subarray(0, -1));
  return { answer, finish: () => request.end(zip.subarray(-1)) };
}
