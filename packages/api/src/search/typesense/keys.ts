import { createHash } from "node:crypto";

/**
 * Typesense takes what is filtered by apart into words, lets punctuation and case fall, and has a syntax of its own that
 * knows no escape for a backtick. So it never sees such a text: letters and digits stay, everything else becomes `x` and
 * two hexadecimal digits for each byte, `x` too. What comes out is one word, and two texts are never one.
 */
export function keyOf(text: string): string {
  const key = text.replace(/[^a-wyz0-9]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `x${byte.toString(16).padStart(2, "0")}`).join(""),
  );
  // Of longer words the beginning alone would count. `xx` begins no other key.
  return key.length <= LONGEST ? key : `xx${createHash("sha256").update(text).digest("hex")}`;
}

const LONGEST = 90;

/** The text of a key; null for one of a text that was too long. */
export function textOf(key: string): string | null {
  if (key.startsWith("xx")) return null;
  const parts = key.match(/x[0-9a-f]{2}|[^x]/g) ?? [];
  return Buffer.concat(
    parts.map((part) => (part.length > 1 ? Buffer.from(part.slice(1), "hex") : Buffer.from(part))),
  ).toString();
}
