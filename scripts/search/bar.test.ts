import { expect, test } from "vitest";
import { progressBar } from "./bar.ts";

function written(isTTY: boolean, steps: [done: number, total: number][]): string {
  let text = "";
  const output = { isTTY, write: (more: string) => (text += more) } as unknown as NodeJS.WriteStream;
  const bar = progressBar("Indexing", output);
  for (const [done, total] of steps) bar.show({ done, total });
  bar.end();
  return text;
}

test("in a terminal one line moves from nothing to everything", () => {
  const text = written(true, [
    [0, 2000],
    [1000, 2000],
    [2000, 2000],
  ]);
  expect(text.split("\r").slice(1)).toEqual([
    `Indexing ${"░".repeat(30)}   0 %  0 of 2,000  `,
    `Indexing ${"█".repeat(15)}${"░".repeat(15)}  50 %  1,000 of 2,000  `,
    `Indexing ${"█".repeat(30)} 100 %  2,000 of 2,000  \n`,
  ]);
});

test("elsewhere there is a line for each tenth, however many steps there are", () => {
  const steps = Array.from({ length: 501 }, (_, i): [number, number] => [i, 500]);
  const lines = written(false, steps).trim().split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[5]).toBe("Indexing: 50 %, 250 of 500");
});

test("where there is nothing it is done at once", () => {
  expect(written(false, [[0, 0]])).toBe("Indexing: 100 %, 0 of 0\n");
});
