import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments.ts";
import { describeReport } from "./import-folder.ts";

const known = { usage: "pnpm kb:import FOLDER", options: ["desk"], flags: ["draft"] };

describe("the arguments of a command", () => {
  test("are a folder, options and flags in any order, also behind pnpm's own", () => {
    const read = readArguments(["--", "--draft", "/tmp/articles", "--desk", "platform"], known);
    expect(read).toEqual({ folder: "/tmp/articles", values: { desk: "platform" }, flags: new Set(["draft"]) });
    expect(readArguments(["articles"], known).folder).toMatch(/^\/.*\/articles$/);
  });
  test.each([[[]], [["a", "b"]], [["a", "--unknown"]], [["a", "--desk"]], [["a", "--draft=no"]]])(
    "%j is answered with how it is used",
    (args) => expect(() => readArguments(args, known)).toThrow("Use it like this: pnpm kb:import FOLDER"),
  );
});

test("a report names each file once, with everything that could not be resolved in it", () => {
  const problem = { kind: "link", why: "missing" } as const;
  const problems = [
    { ...problem, file: "a.md", what: "b.md" },
    { ...problem, file: "a.md", what: "c.md" },
  ];
  const lines = describeReport({ added: 1, changed: 2, same: 3, collections: 4, seconds: 5.06, problems });
  expect(lines).toEqual([
    "a.md",
    "  link b.md leads to what is not there",
    "  link c.md leads to what is not there",
    "1 added, 2 changed, 3 the same, 4 new collections in 5.1 s.",
    "2 things could not be resolved; they are above.",
  ]);
});
