import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { importArticles } from "../articles/transfer/import-articles.ts";
import type { Actor } from "../core/actor.ts";
import type { Context } from "../core/transact.ts";
import { drafts } from "../testing/articles.ts";
import { sourceOf } from "../testing/import-source.ts";
import { filesOnDisk, uploads } from "../testing/uploading.ts";
import { createWorld, serveWorld, type World } from "../testing/world.ts";
import { keepFile } from "./keep-file.ts";
import { storedBytes } from "./room.ts";

const ROOM = 1_000;

let world: World;
let id: string;

beforeAll(async () => {
  world = await createWorld();
  ({ id } = await drafts(world));
});
afterAll(() => world.close());
beforeEach(() => world.system.db.prisma.file.deleteMany());

/** Somebody where a desk has room for a thousand bytes. */
function inLittleRoom(actor: Actor): Context {
  return { actor, system: { ...world.system, settings: { ...world.system.settings, deskStorage: ROOM } } };
}
const text = (bytes: number, letter: string) => Readable.from([Buffer.alloc(bytes, letter)]);
const keeps = (bytes: number, letter = "a", articleId = id, actor = world.developer) => {
  const target = { for: "article", id: articleId } as const;
  return keepFile(inLittleRoom(actor), { target, name: "a.txt", stream: text(bytes, letter) });
};
const full = (used: number) => ({ code: "DESK_FULL", data: { used, max: ROOM } });
const used = () => storedBytes(world.system.db.prisma, [world.deskId]);

test("what is more than a desk may keep is refused, and nothing of it is left", async () => {
  await keeps(600);
  const before = filesOnDisk(world);
  await expect(keeps(401, "b")).rejects.toMatchObject(full(600));
  expect(filesOnDisk(world)).toEqual(before);
  await keeps(400, "c");
  expect(await used()).toBe(1_000);
});

test("it is refused before a byte is read where it is known how many come", async () => {
  await keeps(600);
  let asked = false;
  const stream = new Readable({
    read() {
      asked = true;
      this.push(null);
    },
  });
  const target = { for: "article", id } as const;
  const coming = keepFile(inLittleRoom(world.developer), { target, name: "a.txt", stream, bytes: 500 });
  await expect(coming).rejects.toMatchObject(full(600));
  expect(asked).toBe(false);
});

test("many at once do not together have more than one after the other", async () => {
  const outcomes = await Promise.allSettled(["a", "b", "c", "d", "e"].map((letter) => keeps(300, letter)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect(await used()).toBe(900);
});

test("what is deleted makes room, and one desk takes none of another's", async () => {
  const { id: kept } = await keeps(900);
  const theirs = await drafts(world, { deskId: world.rivalDeskId }, world.rival);
  await keeps(900, "b", theirs.id, world.rival);
  await expect(keeps(900, "c")).rejects.toMatchObject(full(900));
  await world.system.db.prisma.file.delete({ where: { id: kept } });
  await keeps(900, "c");
  expect(await storedBytes(world.system.db.prisma, null)).toBe(1_800);
});

test("an upload is answered with what is wrong", async () => {
  const { system } = inLittleRoom(world.developer);
  const server = await serveWorld({ ...world.system, ...system });
  const response = await uploads(server, world.developer, { id, name: "a.txt", bytes: "a".repeat(1_001) });
  expect([response.status, await response.json()]).toEqual([412, full(0)]);
  expect(await used()).toBe(0);
  await server.close();
});

test("an import ends where the room does, and says so", async () => {
  const files = { "a.md": "# A\n\n[it](a.txt)", "a.txt": "a".repeat(1_001) };
  const input = { deskId: world.deskId, productId: null, draft: true, source: sourceOf(files) };
  await expect(importArticles(inLittleRoom(world.developer), input)).rejects.toMatchObject(full(0));
  expect(await used()).toBe(0);
});
