import { expect, test } from "vitest";
import { articleOf } from "./article-of.ts";

const KNOWN = { names: ["Cleo Müller-Brandt"], others: ["Mark Dorn"], emails: ["cleo.mb@example.org"] };
/** A name for a number. */
const nameOf = (i: number) => `A${[...String(i)].map((digit) => String.fromCharCode(97 + Number(digit))).join("")}x`;
const names = (from: number) => Array.from({ length: 1_000 }, (_, i) => `my name is ${nameOf(from + i)}.`).join(" ");

test.each([
  ["names", (i: number) => names(1_000 * i)],
  ["lines that may say goodbye", () => `Thanks, ${"A".repeat(124)}!\n`.repeat(149)],
  ["words", () => "Aa rue 12 ".repeat(2_000)],
])("two hundred of the longest messages of %s hold nobody up", (_, textOf) => {
  const messages = Array.from({ length: 200 }, (_, i) => ({ side: "requester" as const, text: textOf(i) }));
  const before = process.threadCpuUsage();
  articleOf({ subject: "Help", messages: [...messages, { side: "agents", text: "Yes." }], known: KNOWN });
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3_000);
});
