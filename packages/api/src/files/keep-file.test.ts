import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drafts } from "../testing/articles.ts";
import { createWorld, join, type World } from "../testing/world.ts";
import { keepFile } from "./keep-file.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("whoever is taken out of the desk while their file arrives has not uploaded it, nor hears of one that is there", async () => {
  const { id } = await drafts(world);
  const target = { for: "article", id } as const;
  const keep = (stream: Readable) => keepFile(world.as(world.colleague), { target, name: "notes.txt", stream });
  const { prisma } = world.system.db;
  const leaves = async function* (text: string) {
    yield Buffer.from(text);
    await prisma.deskMember.deleteMany({ where: { personId: world.colleague.personId } });
  };
  const { id: known } = await keep(Readable.from([Buffer.from("known")]));
  for (const text of ["new", "known"]) {
    await expect(keep(Readable.from(leaves(text), { objectMode: false }))).rejects.toThrow("NOT_FOUND");
    await join(world.system, world.deskId, world.colleague);
  }
  expect((await prisma.file.findMany()).map((file) => file.id)).toEqual([known]);
});
