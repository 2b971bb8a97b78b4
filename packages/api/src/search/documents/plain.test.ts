import { expect, test } from "vitest";
import { plainText } from "./plain.ts";

test("marks of Markdown are left out, the words stay", () => {
  const message =
    "# Export\n> said **Ivo**\n\n- open *Settings*, _then_ `Export…`\n- see [the guide](https://example.com/g)";
  expect(plainText(message)).toBe("Export\nsaid Ivo\n\nopen Settings, then Export…\nsee the guide");
});

test("what stands in words, numbers and terms stays", () => {
  const message = "foo_bar, __init__.py, 3 * 4 and 2*3*4, C#, a -- b, array[0](x), #1042, x > y";
  expect(plainText(message)).toContain("foo_bar");
  expect(plainText(message)).toContain("3 * 4 and 2*3*4, C#, a -- b");
  expect(plainText(message)).toContain("#1042, x > y");
});

test("a long tangle of marks takes no longer than a long text", () => {
  for (const mark of ["[", "*", "`", "> ", "[](", "_", "![", "# ", "*a"]) {
    const started = performance.now();
    plainText(mark.repeat(500_000 / mark.length));
    expect(performance.now() - started).toBeLessThan(200);
  }
});
