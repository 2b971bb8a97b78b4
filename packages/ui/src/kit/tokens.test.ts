import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, parseOklch } from "../testing/contrast.ts";

const css = readFileSync(new URL("../styles.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;

const pairs = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((oklch\([^)/]+\)), (oklch\([^)/]+\))\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light: parseOklch(light), dark: parseOklch(dark) }] as const,
  ),
);

function token(name: string, theme: (typeof themes)[number]) {
  const pair = pairs.get(name);
  if (!pair) throw new Error(`No colour token ${name} in styles.css`);
  return pair[theme];
}

const grounds = ["surface", "raised", "sunken", "hover", "selected"];
const tones = ["accent", "danger", "warning", "success", "info", "waiting", "note"];

/** Text on grounds: 4.5:1 (WCAG 1.4.3). */
const readable: Array<[string, string]> = [
  ...grounds.flatMap(
    (ground): Array<[string, string]> => [
      ["text", ground],
      ["muted", ground],
      ["accent", ground],
      ["danger", ground],
    ],
  ),
  ...tones.flatMap(
    (tone): Array<[string, string]> => [
      [tone, "surface"],
      [tone, "raised"],
      [tone, "sunken"],
      [tone, `${tone}-soft`],
      ["text", `${tone}-soft`],
    ],
  ),
  ...["accent", "danger", "note"].flatMap(
    (tone): Array<[string, string]> => [
      [`${tone}-contrast`, `${tone}-solid`],
      [`${tone}-contrast`, `${tone}-hover`],
    ],
  ),
  ["muted", "note-soft"],
  ["muted", "accent-soft"],
];

/** Outlines of fields and the focus ring: 3:1 against what they lie on (WCAG 1.4.11). */
const visible: Array<[string, string]> = [
  ...["surface", "raised", "sunken"].map((ground): [string, string] => ["control", ground]),
  ...grounds.map((ground): [string, string] => ["focus", ground]),
  ["focus", "note-soft"],
];

describe.each(themes)("in the %s theme", (theme) => {
  test.each(readable)("text in %s on %s can be read", (text, ground) => {
    expect(contrast(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(visible)("a line in %s on %s can be seen", (line, ground) => {
    expect(contrast(token(line, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test("generated marks can be read in every hue", () => {
    const rule = /@utility tint \{([^}]+)\}/.exec(css)?.[1] ?? "";
    const colours = [...rule.matchAll(/oklch\(([\d.]+) ([\d.]+) var\(--hue\)\)/g)].map(([, l, c]) => [
      Number(l),
      Number(c),
    ]);
    const [ground, text] = theme === "light" ? [colours[0], colours[2]] : [colours[1], colours[3]];
    for (let h = 0; h < 360; h++) {
      const [gl = 0, gc = 0] = ground ?? [];
      const [tl = 0, tc = 0] = text ?? [];
      expect(contrast({ l: gl, c: gc, h }, { l: tl, c: tc, h }), `hue ${h}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test("every colour token is opaque in both themes, the scrim apart", () => {
  const declared = [...css.matchAll(/--color-([\w-]+): light-dark/g)].map(([, name]) => name);
  expect(declared.filter((name) => name !== "scrim" && !pairs.has(name ?? ""))).toEqual([]);
});
