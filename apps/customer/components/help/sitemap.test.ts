import { beforeAll, expect, test } from "vitest";
import { indexXml, partXml, startXml } from "./sitemap.ts";

beforeAll(() => {
  Reflect.set(globalThis, Symbol.for("mintreu.web"), { publicUrl: "https://help.example" });
});

const locs = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);

test("the index names its parts by whole addresses beside it, and an empty help centre still has its start page", () => {
  expect(indexXml([])).toContain("<sitemapindex ");
  expect(locs(indexXml([]))).toEqual(["https://help.example/sitemap.xml?start"]);
  expect(locs(startXml())).toEqual(["https://help.example/help"]);
  expect(
    locs(
      indexXml([
        { kind: "articles", from: "a" },
        { kind: "products", from: "b" },
      ]),
    ),
  ).toEqual([
    "https://help.example/sitemap.xml?start",
    "https://help.example/sitemap.xml?articles=a",
    "https://help.example/sitemap.xml?products=b",
  ]);
});

test("a part lists whole addresses, with the time of the last change where there is one", () => {
  const updatedAt = "2026-02-01T00:00:00.000Z";
  const xml = partXml("articles", [{ slug: "refunds", updatedAt }]);
  expect(xml).toContain(`<loc>https://help.example/help/articles/refunds</loc><lastmod>${updatedAt}</lastmod>`);
  expect(partXml("collections", [{ slug: "keys", updatedAt: null }])).toContain(
    "<url><loc>https://help.example/help/collections/keys</loc></url>",
  );
});
