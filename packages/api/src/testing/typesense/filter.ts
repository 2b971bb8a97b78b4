import { tokensOf } from "./text.ts";

export type Document = Record<string, unknown> & { id: string };
/** A filter that cannot be read: 400. */
export class FilterError extends Error {}

type Condition = (document: Document) => boolean;

/**
 * Reads a `filter_by`: conditions joined by `&&`, each `field:=[a,b]`, `field:=a`, `field:!=[a,b]` or `field:[a,b]`; a value may
 * stand in backticks. As Typesense does, a value is compared by its words: case and punctuation fall.
 */
export function readFilter(text: string, fields: ReadonlySet<string>): Condition {
  const conditions = text.split("&&").map((part) => {
    const read = /^\s*(\w+)\s*:\s*(!=|=|)\s*(?:\[(.*)\]|([^[\]]*))\s*$/.exec(part);
    const [, field = "", operator, many, one] = read ?? [];
    if (!read || !fields.has(field)) throw new FilterError(`Could not parse the filter query: ${part}`);
    const values = (many === undefined ? [one ?? ""] : valuesOf(many)).map(worded);
    if (values.length === 0 || values.includes(""))
      throw new FilterError(`Error with filter field \`${field}\`: empty`);
    return (document: Document) => {
      const own = [document[field]].flat().map((value) => worded(String(value ?? "")));
      const is = own.some((value) => values.includes(value));
      return operator === "!=" ? !is : is;
    };
  });
  return (document) => conditions.every((condition) => condition(document));
}

/** What stands between commas, which count for nothing between backticks. */
function valuesOf(list: string): string[] {
  return [...list.matchAll(/\s*(?:`([^`]*)`|([^,`]+))\s*(?:,|$)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

function worded(value: string): string {
  return tokensOf(value, new Set(), false)
    .map(({ text }) => text)
    .join(" ");
}
