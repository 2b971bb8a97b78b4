import { beforeAll, expect, test } from "vitest";
import type { LikeQuery, SearchEngine } from "../engine.ts";
import { document } from "./documents.ts";

const DESK = "desk:0190b000-0000-7000-8000-000000000001";
const LIKE = ["licence", "computer", "deactivate", "seat"];

const DOCUMENTS = [
  document({ id: "article:self", title: "Move a licence to another computer", body: "Deactivate the seat first." }),
  document({ id: "article:close", title: "Deactivate a licence", body: "It frees a seat; the computer may be lost." }),
  document({ id: "article:near", title: "Buy another seat", body: "One seat of a licence is one computer." }),
  document({ id: "article:far", title: "Bake bread", body: "Flour and water, and a computer that counts minutes." }),
  document({ id: "article:bread", title: "Bake rolls", body: "Flour and milk." }),
  document({ id: "article:cake", title: "Bake a cake", body: "Flour and sugar. A seatbelt for twelve." }),
  document({ id: "article:secret", title: "Deactivate the licence of a computer", body: "A seat.", readers: [DESK] }),
  document({ id: "conversation:1:public", group: "conversation:1", kind: "conversation", title: "Licence, seat" }),
];

export function likenessSuite(engine: () => SearchEngine): void {
  beforeAll(() => engine().write(DOCUMENTS, []));

  const like = (more: Partial<LikeQuery> = {}) =>
    engine().like({
      words: LIKE,
      readers: ["public"],
      kinds: ["article"],
      without: ["article:self"],
      limit: 10,
      ...more,
    });
  const likeIds = async (more: Partial<LikeQuery> = {}) => (await like(more)).map(({ id }) => id);

  test("what has more of the words is more alike, and what has hardly any is far from it", async () => {
    const found = await like();
    expect(found.map(({ id }) => id).slice(0, 2)).toEqual(["article:close", "article:near"]);
    const [close, near] = found.map(({ likeness }) => likeness);
    const far = found.find(({ id }) => id === "article:far")?.likeness ?? 0;
    expect(close).toBeGreaterThan(0.5);
    expect(close).toBeLessThanOrEqual(1);
    expect(near).toBeLessThan(close ?? 0);
    expect(far).toBeLessThan(0.2);
    expect(found.map(({ id }) => id)).not.toContain("article:bread");
  });

  test("a word is not taken for another, nor for the beginning of one", async () => {
    expect(await likeIds({ words: ["seat"], without: [] })).not.toContain("article:cake");
    expect(await likeIds({ words: ["licenze"] })).toEqual([]);
  });

  test("what is left out, of another kind or not to be read is not alike", async () => {
    const ids = await likeIds();
    for (const id of ["article:self", "article:secret", "conversation:1:public"]) expect(ids).not.toContain(id);
    expect(await likeIds({ without: [] })).toContain("article:self");
    expect(await likeIds({ readers: ["public", DESK] })).toContain("article:secret");
    expect(await likeIds({ kinds: ["conversation"] })).toEqual(["conversation:1:public"]);
  });

  test("what may not be read does not change how alike the rest is", async () => {
    const before = await like();
    const more = ["a", "b", "c"].map((id) => document({ id: `article:${id}`, title: "Licence seat", readers: [DESK] }));
    await engine().write(more, []);
    expect(await like()).toEqual(before);
  });

  test("no words, and nobody who asks, are like nothing", async () => {
    expect(await like({ words: [] })).toEqual([]);
    expect(await like({ readers: [] })).toEqual([]);
    expect(await like({ limit: 1 })).toHaveLength(1);
  });
}
