import { expect, test } from "vitest";
import type { System } from "../core/system.ts";
import type { LikeQuery } from "./engine.ts";
import { likeText } from "./like.ts";
import { likeSearches } from "./typesense/like.ts";

test("whatever a title is, what is like it is asked in as few searches as Typesense takes at once", async () => {
  const asked: LikeQuery[] = [];
  const own = { documentsWith: async (words: readonly string[]) => new Map(words.map((word) => [word, 2])) };
  const like = async (query: LikeQuery) => {
    asked.push(query);
    return [];
  };
  const title = Array.from({ length: 66 }, (_, i) => `${String.fromCharCode(97 + (i % 26), 97 + (i % 25))}`).join(" ");
  const query = { title, text: "moving a licence to another computer", readers: ["public"], limit: 8 };
  await likeText({ engines: { own, like } } as unknown as System, { ...query, kinds: ["article"] });
  const searches = asked.flatMap((one) => likeSearches(one, "live") ?? []);
  expect(searches.length).toBeGreaterThan(20);
  expect(searches.length).toBeLessThanOrEqual(50);
});
