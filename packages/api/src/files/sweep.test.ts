import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import { drafts, saves } from "../testing/articles.ts";
import { filesOnDisk } from "../testing/uploading.ts";
import { createWorld, type World } from "../testing/world.ts";
import { keepFile } from "./keep-file.ts";
import { folderOf } from "./keys.ts";
import { incomingFolder } from "./receive.ts";
import { sweepFiles } from "./sweep.ts";

let world: World;
let id: string;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ id } = await drafts(world));
});

const HOUR = 3_600_000;

/** Every hour of a day, some days from now. */
async function sweepsFor(days: number) {
  for (let hour = 0; hour < 24; hour++) {
    const now = Date.now() + days * 24 * HOUR + hour * HOUR;
    await sweepFiles({ ...world.system, clock: () => new Date(now) } as System);
  }
}

async function keeps(text: string): Promise<string> {
  const target = { for: "article" as const, id };
  const file = await keepFile(world.as(world.developer), {
    target,
    name: "a.txt",
    stream: Readable.from([Buffer.from(text)]),
  });
  return file.id;
}
const isKept = async (file: string) => [
  (await world.system.db.prisma.file.count({ where: { id: file } })) === 1,
  filesOnDisk(world).includes(`kept/${folderOf(file)}/whole`),
];

test("a file that a revision or somebody's draft shows stays; one that nothing shows goes after a day", async () => {
  const [saved, typed, abandoned] = [await keeps("saved"), await keeps("typed"), await keeps("abandoned")];
  await saves(world.as(world.developer), id, `[a](/files/${saved}/a.txt)`);
  await saves(world.as(world.developer), id, "Taken out again.", 2);
  const draft = { baseRevision: 3, body: `![](/files/${typed}/a.txt)`, seenAt: new Date() };
  await world.system.db.prisma.articleDraft.create({
    data: { articleId: id, personId: world.colleague.personId, ...draft },
  });
  await sweepFiles(world.system);
  for (const file of [saved, typed, abandoned]) expect(await isKept(file)).toEqual([true, true]);
  await sweepsFor(2);
  for (const file of [saved, typed]) expect(await isKept(file)).toEqual([true, true]);
  expect(await isKept(abandoned)).toEqual([false, false]);
});

test("bytes without a row go after a day, those of a deleted article too", async () => {
  const file = await keeps("of an article");
  const orphan = newId();
  const folder = join(world.system.settings.dataDir, "files/kept", folderOf(orphan));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "whole"), "of a process that was killed");
  await saves(world.as(world.developer), id, `[a](/files/${file}/a.txt)`);
  await sweepsFor(0);
  expect(filesOnDisk(world)).toContain(`kept/${folderOf(orphan)}/whole`);
  await world.system.db.prisma.article.delete({ where: { id } });
  await sweepsFor(2);
  expect(filesOnDisk(world)).not.toContain(`kept/${folderOf(orphan)}/whole`);
  expect(await isKept(file)).toEqual([false, false]);
});

test("what never arrived whole goes after an hour, and what is arriving stays", async () => {
  const folder = incomingFolder(world.system);
  mkdirSync(folder, { recursive: true });
  for (const name of ["left", "arriving"]) writeFileSync(join(folder, name), "part");
  const before = new Date(Date.now() - 2 * HOUR);
  utimesSync(join(folder, "left"), before, before);
  await sweepFiles(world.system);
  expect(filesOnDisk(world)).toContain("incoming/arriving");
  expect(filesOnDisk(world)).not.toContain("incoming/left");
});
