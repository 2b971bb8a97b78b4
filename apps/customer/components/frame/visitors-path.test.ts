import { expect, test } from "vitest";
import { visitorsPath } from "./visitors-path.ts";

test.each([
  ["/", "/visitor/help"],
  ["/help", "/visitor/help"],
  ["/help/articles/refunds", "/visitor/help/articles/refunds"],
])("for %s a visitor gets the light page", (asked, shown) => expect(visitorsPath(asked)).toBe(shown));

test.each(["/helpers", "/conversations", "/sign-in", "/help/feed.xml", "/sitemap.xml"])(
  "%s is the same for everybody",
  (asked) => expect(visitorsPath(asked)).toBeUndefined(),
);
