import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import en from "../messages/en.json" with { type: "json" };
import type { Messages } from "./i18n.ts";
import { pseudo } from "./i18n-pseudo.ts";

test("arguments, plurals and tags survive", () => {
  const messages = { brand: pseudo({ name: "{count, plural, one {# item} other {# items}} in <b>one</b> {place}" }) };
  const t = createTranslator({ locale: "en", messages: messages as unknown as Messages });
  expect(t.markup("brand.name", { count: 2, place: "cart", b: (chunks: string) => `<b>${chunks}</b>` })).toMatch(
    /^\[2 ítéms íñ <b>óñé<\/b> cart·+\]$/,
  );
});

test("every message of ours stays a valid message", () => {
  const t = createTranslator({ locale: "en", messages: pseudo(en) as unknown as Messages });
  expect(t("frame.unread", { count: 1 })).toContain("[1 úñréád mésságé");
});
