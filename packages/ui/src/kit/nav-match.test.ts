import { expect, test } from "vitest";
import { isCurrent } from "./nav-match.ts";

test.each([
  ["/", "/", true],
  ["/", "/tickets", false],
  ["/tickets", "/tickets/12", true],
  ["/tickets", "/tickets-old", false],
  ["/inbox?view=mine", "/inbox", true],
])("%s seen from %s: %s", (href, pathname, expected) => expect(isCurrent(href, pathname)).toBe(expected));
