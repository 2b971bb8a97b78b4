import type { Hit, SearchAnswer } from "@mintreu/api/search/schema";
import { expect, test } from "vitest";
import { groupsOf, type Offer } from "./options.ts";

const hit = (id: string, kind: Hit["kind"]): Hit => ({
  ...{ id, kind, title: [{ text: id, match: false }], excerpt: [], href: `/${id}`, origin: null },
  ...{ product: null, status: null, updatedAt: null, promoted: false },
});
const answer = (hits: Hit[], part: Partial<SearchAnswer> = {}): SearchAnswer => ({
  ...{ hits, total: hits.length, facets: { kinds: [], products: [] }, suggestion: null },
  ...{ engine: "postgres", degraded: false, took: 1, ...part },
});
const offer = (part: Partial<Offer>): Offer => ({ text: "blink", answer: null, recent: [], mayAsk: true, ...part });

test("kinds stand together, that of the best hit first, and places are those of the answer", () => {
  const groups = groupsOf(
    offer({ answer: answer([hit("a", "documentation"), hit("b", "article"), hit("c", "documentation")]) }),
  );
  expect(groups.map(({ of }) => of)).toEqual(["documentation", "article", null]);
  const places = groups.flatMap(({ options }) => options.flatMap((each) => (each.kind === "hit" ? [each.place] : [])));
  expect(places).toEqual([1, 3, 2]);
});

test("nothing found leads to a person where one may be asked, and nowhere else", () => {
  const found = offer({ answer: answer([], { suggestion: "blank" }) });
  expect(groupsOf(found).flatMap(({ options }) => options.map(({ kind }) => kind))).toEqual(["suggestion", "ask"]);
  expect(groupsOf({ ...found, mayAsk: false }).flatMap(({ options }) => options)).toHaveLength(1);
});

test("an empty box offers what was searched before, and nothing of an old answer", () => {
  const groups = groupsOf(offer({ text: " ", answer: answer([hit("a", "article")]), recent: ["one", "two"] }));
  expect(groups).toEqual([
    {
      of: "recent",
      options: [
        { kind: "recent", text: "one" },
        { kind: "recent", text: "two" },
      ],
    },
  ]);
});
