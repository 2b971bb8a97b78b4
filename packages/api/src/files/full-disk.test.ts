import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { System } from "../core/system.ts";
import { drafts } from "../testing/articles.ts";
import { createWorld, type World } from "../testing/world.ts";
import { keepFile } from "./keep-file.ts";

/** Of a real file system, two megabytes large. */
const small = mkdtempSync(join(tmpdir(), "mintreu-small-"));
const mounted = mount();
let world: World;
let id: string;

function mount(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", small], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

beforeAll(async () => {
  world = await createWorld();
  ({ id } = await drafts(world));
});
afterAll(async () => {
  if (mounted) execFileSync("umount", ["-l", small]);
  rmSync(small, { recursive: true, force: true });
  await world.close();
});

/** Keeps bytes on the small disk. */
function keeps(name: string, bytes: Buffer) {
  const settings = { ...world.system.settings, dataDir: small };
  const system: System = { ...world.system, settings };
  const target = { for: "article" as const, id };
  return keepFile({ system, actor: world.developer }, { target, name, stream: Readable.from([bytes]) });
}
const rows = () => world.system.db.prisma.file.count({ where: { articleId: id } });
const onDisk = () =>
  readdirSync(small, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test.runIf(mounted)(
  "a full disk is told as such, and leaves no row without its file and no file without its row",
  async () => {
    await keeps("a.txt", Buffer.from("fits"));
    await expect(keeps("b.txt", Buffer.alloc(3_000_000, 97))).rejects.toThrow("STORAGE_FULL");
    expect([await rows(), onDisk().length]).toEqual([1, 1]);
  },
);

test.runIf(mounted)("also when there is room for what arrives and not for the picture that is made of it", async () => {
  const others = [await rows(), onDisk().length];
  const noise = await sharp({
    create: {
      width: 500,
      height: 500,
      channels: 3,
      background: "red",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  })
    .webp({ quality: 1 })
    .toBuffer();
  const room = 2 * 1024 * 1024 - noise.length * 2;
  writeFileSync(join(small, "other"), Buffer.alloc(Math.floor(room / 4096) * 4096 - 16_384));
  await expect(keeps("a.webp", noise)).rejects.toThrow("STORAGE_FULL");
  rmSync(join(small, "other"));
  expect([await rows(), onDisk().length]).toEqual(others);
});

test.runIf(mounted)("with room again, files are taken again", async () => {
  expect(await keeps("c.txt", Buffer.from("fits again"))).toMatchObject({ name: "c.txt" });
});
