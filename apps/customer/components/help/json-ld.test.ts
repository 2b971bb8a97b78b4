import type { ArticleView } from "@mintreu/api/articles/reading";
import { beforeAll, expect, test } from "vitest";
import { articleData, breadcrumbData, jsonLdText } from "./json-ld.ts";

beforeAll(() => {
  Reflect.set(globalThis, Symbol.for("mintreu.web"), { publicUrl: "https://help.example" });
});

const article: ArticleView = {
  ...{ id: "1", slug: "refunds", title: "How do I get a refund?", summary: "Ask within 14 days.", kind: "answer" },
  ...{ html: "", headings: [], product: null, path: [], related: [], desk: "Mintreu", vote: null, audience: "public" },
  ...{ updatedAt: "2026-02-01T00:00:00.000Z", publishedAt: "2026-01-01T00:00:00.000Z", verifiedAt: null },
};

test("nothing in structured data can end its element", () => {
  const hostile = { name: "</script><script>alert(1)</script><!-- & \u2028" };
  const text = jsonLdText(hostile);
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(hostile);
});

test("a question with its answer is a page of questions, anything else an article", () => {
  expect(articleData(article, "en")).toMatchObject({
    "@type": "FAQPage",
    url: "https://help.example/help/articles/refunds",
  });
  expect(articleData({ ...article, summary: "" }, "en")["@type"]).toBe("TechArticle");
  expect(articleData({ ...article, kind: "tutorial" }, "en")).toMatchObject({ headline: article.title });
});

test("the way to a page counts from 1, with whole addresses", () => {
  expect(breadcrumbData([{ href: "/help/collections/buying", name: "Buying" }]).itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "Buying", item: "https://help.example/help/collections/buying" },
  ]);
});
