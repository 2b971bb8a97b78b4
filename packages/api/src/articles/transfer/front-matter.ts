import { parseDocument, stringify } from "yaml";
import { z } from "zod";
import { wellFormed } from "../../core/text.ts";
import { ARTICLE_KINDS, ARTICLE_STATES, AUDIENCES, MAX_SUMMARY, MAX_TITLE } from "../schema.ts";
import { slugOf } from "../slug.ts";

/** Between two lines of three hyphens, at the start of the text. */
const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)?/;

/** Longest front matter (characters) that is read: all that it may say is a fraction of it, and reading takes its square. */
const MOST = 10_000;

const text = (max: number) => z.string().trim().max(max);
const time = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .transform((value) => new Date(value));
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().max(most));

/** What may stand before an article's text. Values are read as they are written: an id of digits stays what it is. */
const KEYS = {
  title: wellFormed(MAX_TITLE),
  id: text(200).min(1),
  slug: text(120).transform(slugOf).pipe(z.string().min(1)),
  summary: z.string().max(MAX_SUMMARY),
  kind: z.enum(ARTICLE_KINDS),
  audience: z.enum(AUDIENCES),
  state: z.enum(ARTICLE_STATES),
  draft: flag,
  /** Slug of a product. */
  product: text(200),
  position: number(1_000_000),
  verified: time,
  verifyEveryDays: number(3_650).pipe(z.int().min(1)),
  /** Of a collection. */
  icon: text(50),
  related: z.array(text(200)).max(10),
} as const;

type Key = keyof typeof KEYS;

export type FrontMatter = { [Name in Key]?: z.infer<(typeof KEYS)[Name]> };

/** A file's front matter and the text after it. */
export interface Parsed {
  front: FrontMatter;
  body: string;
  /** Keys that nobody knows, and values that cannot be what their keys say. */
  unknown: string[];
  /** Whether it is YAML at all. */
  readable: boolean;
}

/** Parts a file into front matter and text. Never fails: whatever cannot be read is told, and the text is kept. */
export function parseFrontMatter(file: string): Parsed {
  const found = FENCED.exec(file);
  if (!found) return { front: {}, body: file.replace(/^\uFEFF/, ""), unknown: [], readable: true };
  const body = file.slice(found[0].length);
  const values = mapOf(found[1] ?? "");
  if (!values) return { front: titleAlone(found[1] ?? ""), body, unknown: [], readable: false };
  const front: FrontMatter = {};
  const unknown: string[] = [];
  for (const [name, value] of values) {
    const key = isKey(name) ? name : null;
    const read = key && KEYS[key].safeParse(value);
    if (key && read?.success) Object.assign(front, { [key]: read.data });
    else unknown.push(key && typeof value === "string" ? `${key}: ${value.slice(0, 100)}` : String(name).slice(0, 100));
  }
  return { front, body, unknown, readable: true };
}

/** As text alone, in a Map: no value becomes a number that it is not, and no key reaches a prototype. */
function mapOf(yaml: string): Map<unknown, unknown> | null {
  if (yaml.length > MOST) return null;
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0) return null;
  try {
    // Aliases that unfold into millions are an error.
    const value: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    if (value === null || value === "") return new Map();
    return value instanceof Map ? value : null;
  } catch {
    return null;
  }
}

function titleAlone(yaml: string): FrontMatter {
  const said = yaml.match(/^title:(.*)$/m)?.[1]?.trim();
  const title = KEYS.title.safeParse(said?.replace(/^["']|["']$/g, "").trim());
  return title.success ? { title: title.data } : {};
}

function isKey(name: unknown): name is Key {
  return typeof name === "string" && Object.hasOwn(KEYS, name);
}

/** What an export writes before a text. */
export type Written = { [Name in Key]?: string | number | boolean | string[] | undefined };

/** An article as a file: `parseFrontMatter` reads the same of it again. */
export function writeFrontMatter(front: Written, body: string): string {
  const told = Object.fromEntries(Object.entries(front).filter(([, value]) => value !== undefined));
  return `---\n${stringify(told, { lineWidth: 0 })}---\n\n${body}`;
}
