import { expect, test } from "vitest";
import { xmlText } from "./xml.ts";

test("a title with signs of XML, and with what XML cannot carry, is still text", () => {
  expect(xmlText(`<a href="x">Tom & 'Jo'</a>\u0000\u001b`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;Tom &amp; &apos;Jo&apos;&lt;/a&gt;",
  );
});
