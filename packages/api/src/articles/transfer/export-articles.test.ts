import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../core/actor.ts";
import { keepFile } from "../../files/keep-file.ts";
import { newDesk } from "../../testing/desks.ts";
import { type Files, sourceOf } from "../../testing/import-source.ts";
import { manyArticles } from "../../testing/many-articles.ts";
import { picture } from "../../testing/pictures.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { createArticle } from "../create.ts";
import { publishArticle } from "../publish.ts";
import { saveArticle } from "../save.ts";
import { saveCollection } from "../save-collection.ts";
import { setDetails } from "../set-details.ts";
import { exportArticles } from "./export-articles.ts";
import { folderSource } from "./folder-source.ts";
import { importArticles } from "./import-articles.ts";
import type { ImportSource } from "./source.ts";

/** A real help centre, where it is beside the repository. */
const CORPUS = join(import.meta.dirname, "../../../../../../shared/corpus/help-center/content");
let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const imports = (deskId: string, source: ImportSource, draft = false) =>
  importArticles(world.as(world.admin), { deskId, productId: null, draft, source });

/** Everything that an export holds, by its paths; bytes that are no text as Latin letters. */
async function exported(deskId: string, actor: Actor = world.admin): Promise<Files> {
  const files: Files = {};
  const { files: all } = await exportArticles(world.as(actor), deskId);
  for await (const { path, open } of all) {
    const stream = await open();
    const bytes = stream ? await buffer(stream) : Buffer.alloc(0);
    expect(files[path]).toBeUndefined();
    files[path] = path.endsWith(".md") ? bytes.toString() : bytes;
  }
  return files;
}

/** An export without what differs in another desk: slugs that were taken. */
const asItIs = (files: Files) =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, content.toString()]));

/** Takes all of a desk away, so that its addresses are free again. */
async function forget(deskId: string) {
  await world.system.db.prisma.article.deleteMany({ where: { deskId } });
  await world.system.db.prisma.collection.updateMany({ where: { deskId }, data: { parentId: null } });
  await world.system.db.prisma.collection.deleteMany({ where: { deskId } });
}

describe("an export", () => {
  let deskId: string;
  let files: Files;
  beforeAll(async () => {
    deskId = await newDesk(world);
    const admin = world.as(world.admin);
    const collection = { deskId, parentId: null, productId: null, description: "All of it.", icon: "key" as const };
    const { id: top } = await saveCollection(admin, { ...collection, name: "Licences & more: all" });
    const { id: section } = await saveCollection(admin, { ...collection, parentId: top, name: "Moving" });
    const write = async (title: string, body: string, collectionId: string | null) => {
      const article = await createArticle(admin, {
        deskId,
        title,
        body,
        summary: "Say: it's “short”.\nTwo lines.",
        collectionId,
      });
      await publishArticle(admin, { id: article.id, revision: 1 });
      return article;
    };
    const b = await write("B", "\n\n  Indented.\n\n---\n\nEnd without a line", top);
    const a = await write("A: a title", `[b](/help/articles/${b.slug}#x) \`[b](/help/articles/${b.slug})\``, section);
    await setDetails(admin, {
      id: a.id,
      relatedIds: [b.id],
      kind: "tutorial",
      audience: "developers",
      verifyEveryDays: 90,
    });
    await saveArticle(admin, { id: b.id, baseRevision: 1, title: "B", summary: "", body: "Not published yet." });
    await createArticle(admin, { deskId, title: "Draft", summary: "", body: `[a](/help/articles/${a.slug})` });
    const stream = Readable.from([await picture("png", 20, 20)]);
    const file = await keepFile(admin, { target: { for: "article", id: a.id }, name: "a (1).png", stream });
    const body = `[b](/help/articles/${b.slug}#x)\n\n![p](${file.url}) ![w](${file.url}?w=320)`;
    await saveArticle(admin, { id: a.id, baseRevision: 1, title: "A: a title", summary: "", body });
    await publishArticle(admin, { id: a.id, revision: 2 });
    files = await exported(deskId);
  });

  test("is Markdown with front matter in folders, with files beside it and links that hold where it is", () => {
    expect(Object.keys(files).sort()).toEqual([
      "Licences & more- all/Moving/_collection.md",
      "Licences & more- all/Moving/a-a-title.md",
      "Licences & more- all/Moving/files/a-a-title/a (1).png",
      "Licences & more- all/_collection.md",
      "Licences & more- all/b.md",
      "draft.md",
    ]);
    const a = String(files["Licences & more- all/Moving/a-a-title.md"]);
    expect(a).toContain(
      "\n---\n\n[b](../b.md#x)\n\n![p](files/a-a-title/a%20%281%29.png) ![w](files/a-a-title/a%20%281%29.png?w=320)",
    );
    expect(a).toMatch(
      /^---\ntitle: "?A: a title"?\nid: [\w-]{36}\nslug: a-a-title\nkind: tutorial\naudience: developers\nstate: published\n/,
    );
    expect(files["draft.md"]).toContain("state: draft");
    expect(files["draft.md"]).toContain("[a](Licences%20%26%20more-%20all/Moving/a-a-title.md)");
    expect(files["Licences & more- all/_collection.md"]).toContain("icon: key");
  });
  test("holds what readers see of an article, not what is being written", () => {
    expect(files["Licences & more- all/b.md"]).not.toContain("Not published yet.");
    expect(files["Licences & more- all/b.md"]).toContain("\n---\n\n\n\n  Indented.\n\n---\n\nEnd without a line");
  });
  test("changes nothing when it is imported where it comes from", async () => {
    const { added, changed, same, collections, problems } = await imports(deskId, sourceOf(files));
    expect({ added, changed, same, collections, problems }).toEqual({
      added: 0,
      changed: 0,
      same: 3,
      collections: 0,
      problems: [],
    });
    expect(await exported(deskId)).toEqual(files);
  });
  test("is the same again after it was imported where there was nothing", async () => {
    await forget(deskId);
    const other = await newDesk(world);
    const { added, problems } = await imports(other, sourceOf(files));
    expect([added, problems]).toEqual([3, []]);
    expect(asItIs(await exported(other))).toEqual(asItIs(files));
  });
});

test.runIf(existsSync(CORPUS))(
  "a whole help centre is the same after an export and an import, and after another",
  async () => {
    const first = await newDesk(world);
    // As drafts, since it is the text that matters: nothing is rendered.
    await imports(first, await folderSource(CORPUS), true);
    const once = await exported(first);
    expect(Object.keys(once).filter((path) => path.endsWith(".md")).length).toBe(414 + 51);
    const again = await imports(first, sourceOf(once));
    expect([again.added, again.changed, again.same]).toEqual([0, 0, 414]);
    await forget(first);
    const second = await newDesk(world);
    await imports(second, sourceOf(once));
    expect(await exported(second)).toEqual(once);
  },
  120_000,
);

test("many articles are read by the page, once it is their turn", async () => {
  await manyArticles(world, 130);
  const { pool } = world.system.db;
  const texts = () => asked.filter((text) => text.includes("article_revision")).length;
  const asked: string[] = [];
  const { query } = pool;
  pool.query = ((...args: [string | { text: string }]) => {
    asked.push(typeof args[0] === "string" ? args[0] : args[0].text);
    return Reflect.apply(query, pool, args);
  }) as typeof query;
  try {
    const { total, files } = await exportArticles(world.as(world.admin), world.deskId);
    expect(total).toBe(130);
    const seen: number[] = [];
    for await (const { open } of files) {
      const bytes = await buffer((await open()) ?? Readable.from([]));
      expect(bytes.toString()).toContain("Text of Article ");
      seen.push(texts());
    }
    expect(seen).toEqual(Array.from({ length: 130 }, (_, i) => Math.floor(i / 50) + 1));
  } finally {
    pool.query = query;
  }
  await forget(world.deskId);
});

test("only whoever writes for a desk exports it", async () => {
  for (const actor of [world.customer, world.stranger, world.rival]) {
    await expect(exported(world.deskId, actor)).rejects.toThrow("NOT_FOUND");
  }
  for (const actor of [world.developer, world.colleague, world.admin])
    expect(await exported(world.deskId, actor)).toEqual({});
});
