import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishArticle } from "../../articles/publish.ts";
import type { System } from "../../core/system.ts";
import { drafts, saves } from "../../testing/articles.ts";
import { picture } from "../../testing/pictures.ts";
import { type StandIn, startS3 } from "../../testing/s3-stand-in.ts";
import { fetchFile, filesOnDisk, uploaded } from "../../testing/uploading.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../../testing/world.ts";
import type { Storage } from "../storage.ts";
import { localStorage } from "./local.ts";
import { s3Storage } from "./s3.ts";

const folder = mkdtempSync(join(tmpdir(), "mintreu-storage-"));
const s3 = await startS3();
const storages: [string, Storage][] = [
  ["a folder", localStorage(folder)],
  ["S3", s3Storage(s3.settings)],
];

afterAll(() => {
  s3.close();
  rmSync(folder, { recursive: true, force: true });
});

function arrived(content: string): string {
  const path = join(folder, "arrived");
  writeFileSync(path, content);
  return path;
}

async function keysIn(storage: Storage, within: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of storage.list(within)) keys.push(key);
  return keys.sort();
}

describe.each(storages)("in %s", (_, storage) => {
  test("what is kept is read again, whole and in part", async () => {
    await storage.keep(arrived("0123456789"), "ab/one/whole", "text/plain");
    const read = async (range?: { start: number; end: number }) => {
      const stream = await storage.read("ab/one/whole", range);
      return stream && (await text(stream));
    };
    expect(await read()).toBe("0123456789");
    expect(await read({ start: 2, end: 4 })).toBe("234");
    expect(await storage.sizeOf("ab/one/whole")).toBe(10);
  });
  test("what is not there is nothing, and no error", async () => {
    expect(await storage.read("ab/none/whole")).toBeNull();
    expect(await storage.read("ab/none/whole", { start: 0, end: 1 })).toBeNull();
    expect(await storage.sizeOf("ab/none/whole")).toBeNull();
    expect(await keysIn(storage, "ff")).toEqual([]);
    await storage.deleteAll("ab/none");
  });
  test("a folder is listed and deleted with all that is in it, and nothing beside it", async () => {
    for (const key of ["cd/two/whole", "cd/two/320.webp", "cd/twofold/whole", "ce/x/whole"]) {
      await storage.keep(arrived("x"), key, "text/plain");
    }
    expect(await keysIn(storage, "cd")).toEqual(["cd/two/320.webp", "cd/two/whole", "cd/twofold/whole"]);
    await storage.deleteAll("cd/two");
    expect(await keysIn(storage, "cd")).toEqual(["cd/twofold/whole"]);
    expect(await keysIn(storage, "ce")).toEqual(["ce/x/whole"]);
  });
});

describe("with S3 set", () => {
  let world: World;
  let server: TestServer;
  let bucket: StandIn;
  beforeAll(async () => {
    world = await createWorld();
    bucket = await startS3();
    const system: System = { ...world.system, settings: { ...world.system.settings, s3: bucket.settings } };
    server = await serveWorld({ ...world.system, ...system });
  });
  afterAll(async () => {
    bucket.close();
    await server.close();
    await world.close();
  });

  test("files go to the bucket, come through us alone, and leave nothing on the disk", async () => {
    const { id } = await drafts(world);
    const bytes = await picture("png", 640, 100);
    const file = await uploaded(server, world.developer, { id, name: "a.png", bytes });
    expect([...bucket.objects.values()].map(({ type }) => type)).toEqual(["image/png"]);
    expect((await fetchFile(server, null, file.url)).status).toBe(404);
    await saves(world.as(world.developer), id, `![a](${file.url})`);
    await publishArticle(world.as(world.developer), { id, revision: 2 });
    for (const form of [file.url, `${file.url}?w=320`]) {
      const response = await fetchFile(server, null, form, { headers: { range: "bytes=0-7" } });
      expect([response.status, response.redirected, (await response.bytes()).length]).toEqual([206, false, 8]);
    }
    expect([...bucket.objects.keys()].map((key) => key.split("/").at(-1)).sort()).toEqual(["320.webp", "whole"]);
    expect(filesOnDisk(world)).toEqual([]);
  });
});
