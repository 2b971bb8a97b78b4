import type { CollectionRow } from "@mintreu/api/articles/schema";
import { expect, test } from "vitest";
import { treeOf, withPaths } from "./tree.ts";

const row = (id: string, position: number, parentId: string | null = null): CollectionRow => ({
  ...{ id, parentId, position, slug: id, name: id, description: "", icon: "book" },
  ...{ productId: null, deskId: "d", articles: 0 },
});

test("collections and their sections stand in their order", () => {
  const tree = treeOf([row("b", 1), row("b2", 1, "b"), row("a", 0), row("b1", 0, "b")]);
  expect(tree.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(tree[1]?.sections.map(({ id }) => id)).toEqual(["b1", "b2"]);
});

test("a section whose collection is not here stands on its own", () => {
  expect(treeOf([row("s", 0, "elsewhere")]).map(({ id }) => id)).toEqual(["s"]);
});

test("in one list a section follows its collection and is named with it", () => {
  const rows = withPaths([row("b1", 0, "b"), row("a", 0), row("b", 1), row("s", 2, "elsewhere")]);
  expect(rows.map(({ name }) => name)).toEqual(["a", "b", "b › b1", "s"]);
});
