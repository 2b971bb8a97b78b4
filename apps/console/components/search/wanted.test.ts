import { expect, test } from "vitest";
import { wantedIn } from "./wanted.ts";

test("a sign at the beginning says what is looked for, whatever the filter says", () => {
  expect(wantedIn(" @mara", "article")).toEqual({ text: "mara", scope: "person" });
  expect(wantedIn(">resolve", "all")).toEqual({ text: "resolve", scope: "action" });
});

test("everything else is looked for as the filter says, a number and an address too", () => {
  expect(wantedIn("#1042 ", "all")).toEqual({ text: "#1042", scope: "all" });
  expect(wantedIn("mara@example.com", "conversation")).toEqual({ text: "mara@example.com", scope: "conversation" });
});
