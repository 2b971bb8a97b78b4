/** A tree of messages as the JSON files have it. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

const marks: Record<string, string> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  n: "ñ",
  c: "ç",
};

/**
 * Makes every message strange but readable, a third longer and bracketed: text on a screen without brackets did not come
 * from a messages file, and what breaks will break in German too. ICU arguments and tags stay as they are.
 */
export function pseudo(messages: MessageTree): MessageTree {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? strange(value) : pseudo(value)]),
  );
}

function strange(message: string): string {
  let depth = 0;
  let inTag = false;
  let text = "";
  for (const char of message) {
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    if (char === "<") inTag = true;
    // Text of a message is at even depths; at odd ones are argument names, types and plural forms.
    text += depth % 2 === 0 && !inTag ? (marks[char] ?? char) : char;
    if (char === ">") inTag = false;
  }
  return `[${text}${"·".repeat(Math.ceil(message.length / 3))}]`;
}
