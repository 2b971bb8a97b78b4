import { expect, test } from "vitest";
import { problemLines } from "./problems-file.ts";

test("each problem is a line of a sheet, whatever its words hold", () => {
  const lines = problemLines([{ file: "a\tb.md", line: 3, kind: "link", what: "../gone\n.md", why: "missing" }]);
  expect(lines).toBe("file\tline\tkind\twhat\twhy\na b.md\t3\tlink\t../gone .md\tmissing");
});

test("no file name becomes a formula of the sheet", () => {
  expect(problemLines([{ file: "=cmd()", kind: "file", what: "-1", why: "refused" }]).split("\n")[1]).toBe(
    "'=cmd()\t\tfile\t'-1\trefused",
  );
});
