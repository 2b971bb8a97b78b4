/** The text of a file. */
export interface DecodedText {
  /** With line feeds alone, and without a byte order mark. */
  content: string;
  /** It does not say what its bytes mean, and they are no UTF-8. */
  guessed: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text.
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f]/;

/**
 * Text as editors and exports of many systems write it: UTF-8, UTF-16 with its mark, and else the letters of Western Europe, as
 * Windows had them.
 *
 * @returns null for bytes that are none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const sure = decoded(bytes, marked?.encoding ?? "utf-8");
  if (sure !== null) return sure.includes("\0") ? null : { content: withLineFeeds(sure), guessed: false };
  const guess = marked ? null : decoded(bytes, "windows-1252");
  return guess === null || NO_TEXT.test(guess) ? null : { content: withLineFeeds(guess), guessed: true };
}

const MARKS = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
