import { beforeAll, expect, test } from "vitest";
import type { EngineQuery, SearchEngine } from "../engine.ts";
import { ask, document, idsOf } from "./documents.ts";

const ATLAS = "0190a000-0000-7000-8000-000000000001";
const INKWELL = "0190a000-0000-7000-8000-000000000002";
const DORA = "0190b000-0000-7000-8000-000000000001";
const RITA = "0190b000-0000-7000-8000-000000000002";

const DOCUMENTS = [
  document({ id: "article:one", title: "Licence keys", productId: ATLAS, deskId: DORA }),
  document({ id: "article:two", title: "Licence for a team", productId: INKWELL, deskId: RITA }),
  document({ id: "documentation:one", kind: "documentation", title: "Licence file", productId: ATLAS }),
  document({ id: "conversation:one", kind: "conversation", title: "Licence lost", deskId: DORA, open: true }),
  document({ id: "conversation:two", kind: "conversation", title: "Licence wanted", deskId: RITA, open: false }),
];

export function filteringSuite(engine: () => SearchEngine): void {
  beforeAll(() => engine().write(DOCUMENTS, []));

  test.each<[string, Partial<EngineQuery>, string[]]>([
    ["a kind", { kinds: ["documentation"] }, ["documentation:one"]],
    ["several kinds", { kinds: ["documentation", "article"] }, ["article:one", "article:two", "documentation:one"]],
    ["a product", { productId: ATLAS }, ["article:one", "documentation:one"]],
    ["a desk", { deskId: RITA }, ["article:two", "conversation:two"]],
    ["what is open", { open: true }, ["conversation:one"]],
    ["a kind of a desk", { kinds: ["conversation"], deskId: DORA }, ["conversation:one"]],
    [
      "all but some",
      { without: ["article:one", "conversation:two"] },
      ["article:two", "conversation:one", "documentation:one"],
    ],
  ])("only %s", async (_, filter, ids) => {
    const found = await ask(engine(), "licence", filter);
    expect(found.hits.map(({ id }) => id).sort()).toEqual(ids);
    expect(found.total).toBe(ids.length);
  });

  test("counts are of what was found, by kind and by product", async () => {
    const found = await ask(engine(), "licence");
    expect(found.total).toBe(5);
    expect(found.kinds).toEqual({ article: 2, documentation: 1, conversation: 2 });
    expect(found.products).toEqual({ [ATLAS]: 2, [INKWELL]: 1 });
  });

  test("pages add up to the whole, and counts are of the whole", async () => {
    const whole = await idsOf(engine(), "licence");
    const pages = [];
    for (const offset of [0, 2, 4]) {
      const page = await ask(engine(), "licence", { limit: 2, offset });
      expect(page.total).toBe(5);
      pages.push(...page.hits.map(({ id }) => id));
    }
    expect(pages).toEqual(whole);
    expect(await idsOf(engine(), "licence", { offset: 5 })).toEqual([]);
  });
}
