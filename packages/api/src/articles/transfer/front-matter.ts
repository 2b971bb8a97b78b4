import { type Document, isMap, isScalar, type Pair, parseDocument, stringify, type YAMLMap } from "yaml";
import { z } from "zod";
import { wellFormed } from "../../core/text.ts";
import { ARTICLE_KINDS, ARTICLE_STATES, AUDIENCES, MAX_SUMMARY, MAX_TITLE } from "../schema.ts";
import { slugOf } from "../slug.ts";
import { mendYaml, simpleLines, yamlOfToml } from "./mend-yaml.ts";

/** Between two lines of three hyphens, or of three plus signs for TOML, at the start of the text. */
const FENCED = /^(?:[ \t]*\n)*(---|\+\+\+)[ \t]*\n(?:([\s\S]*?)\n)??\1[ \t]*(?:\n|$)(?:[ \t]*\n)?/;
/** Front matter that nobody closed. */
const UNCLOSED = /^(?:[ \t]*\n)*(?:---|\+\+\+)[ \t]*\n[\w-]+(?::[ \t\n]| = )/;

/** Longest front matter (characters) that is read: all that it may say is a fraction of it, and reading takes its square. */
export const MOST_FRONT_MATTER = 10_000;

const text = (max: number) => z.string().trim().max(max);
const time = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .transform((value) => new Date(value));
const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["true", "false", "yes", "no"]))
  .transform((value) => value === "true" || value === "yes");
const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().max(most));
/** Of an address its last part. */
const slug = text(500)
  .transform((value) => slugOf(value.split("/").findLast(Boolean) ?? ""))
  .pipe(z.string().min(1).max(120));

/** What may stand before an article's text. Values are read as they are written: an id of digits stays what it is. */
const KEYS = {
  title: wellFormed(MAX_TITLE),
  id: text(200).min(1),
  slug,
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

/** What Docusaurus, Hugo, Jekyll, MkDocs and help centres call the same. Our own name counts first. */
const ALSO: ReadonlyMap<string, Key> = new Map([
  ...["sidebar_position", "weight", "nav_order", "order"].map((name) => [name, "position"] as const),
  ...["description", "excerpt"].map((name) => [name, "summary"] as const),
  ["label", "title"],
  ["status", "state"],
]);
/** Where others had the page: links to it lead here. */
const ADDRESSES = new Set(["permalink", "url", "html_url", "canonical_url", "aliases", "redirect_from", "slug"]);
/** By what others keep a page from everybody, and what says that they do not. */
const KEEPS_BACK =
  /^(private|hidden|unlisted|internal|protected|restricted|visibility|access|user_segment(_id)?|permissions?|roles|groups)$/i;
const KEEPS_NOTHING = /^(false|no|off|null|~|public|everyone|everybody|all|)$/i;

export type FrontMatter = { [Name in Key]?: z.infer<(typeof KEYS)[Name]> };

/** Something of front matter that means nothing here. */
interface Unknown {
  what: string;
  /** In the file, from 1. */
  line: number;
  /** `unknown` is a value that cannot be what its key says, `unsure` one that may keep something back; other keys are kept. */
  why: "kept" | "unknown" | "unsure";
}

/** A file's front matter and the text after it. */
export interface Parsed {
  front: FrontMatter;
  body: string;
  unknown: Unknown[];
  /** Whether it could be read at all. */
  readable: boolean;
  /** What it says of who may read it, or of being a draft, was not understood. */
  unsure: boolean;
  /** What others know of and we do not, as YAML: an export says it again. */
  extra: string | null;
  /** Where the page was elsewhere. */
  addresses: string[];
  /** It says all that an export of ours says: it means what it says, and its text is as it was here. */
  ours: boolean;
}

const NOTHING = { unknown: [], readable: true, unsure: false, extra: null, addresses: [], ours: false };

/** Parts a file into front matter and text. Never fails: whatever cannot be read is told, and the text is kept. */
export function parseFrontMatter(file: string): Parsed {
  const found = FENCED.exec(file);
  if (!found) {
    if (!UNCLOSED.test(file)) return { ...NOTHING, front: {}, body: file };
    return { ...NOTHING, ...fromLines(file.slice(0, MOST_FRONT_MATTER)), body: file };
  }
  const [whole, fence, inner = ""] = found;
  const yaml = fence === "---" ? inner : yamlOfToml(inner);
  const body = file.slice(whole.length);
  const read = readYaml(yaml) ?? readYaml(mendYaml(yaml));
  if (read === "text") return { ...NOTHING, front: {}, body: file };
  if (read) return { ...parted(read, linesIn(whole.slice(0, whole.indexOf(fence ?? ""))) + 1), body };
  const lines = fromLines(yaml);
  // Rules around a text look the same.
  return { ...NOTHING, ...lines, body: Object.keys(lines.front).length > 0 ? body : file };
}

interface Read {
  yaml: string;
  document: Document;
  values: Map<unknown, unknown>;
}

/** As text alone, in a Map: no value becomes a number that it is not, and no key reaches a prototype. */
function readYaml(yaml: string): Read | "text" | null {
  if (yaml.length > MOST_FRONT_MATTER) return null;
  const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0) return null;
  try {
    // Aliases that unfold into millions are an error.
    const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
    if (values === null || values === "") return { yaml, document, values: new Map() };
    return values instanceof Map ? { yaml, document, values } : "text";
  } catch {
    return null;
  }
}

/** What its keys say, and what is left. `before` are the lines of the file above it. */
function parted(read: Read, before: number): Omit<Parsed, "body"> {
  const said = { ...NOTHING, front: {} as FrontMatter, unknown: [] as Unknown[] };
  const taken = new Set<unknown>();
  const tell = (name: unknown, value: unknown, why: Unknown["why"]) => {
    said.unsure ||= why === "unsure";
    const what =
      why !== "kept" && typeof value === "string" ? `${name}: ${value.slice(0, 100)}` : String(name).slice(0, 100);
    said.unknown.push({ what, why, line: before + lineOf(read, name) });
  };
  for (const [name, value] of read.values) {
    if (!isKey(name)) continue;
    taken.add(name);
    if (take(said.front, name, value)) continue;
    tell(name, value, /^(draft|state|audience)$/.test(name) ? "unsure" : "unknown");
  }
  const { kind, audience, state } = said.front;
  said.ours = kind !== undefined && audience !== undefined && state !== undefined;
  for (const [name, value] of said.ours ? [] : read.values) {
    if (isKey(name)) continue;
    const key = ALSO.get(String(name));
    if (key && said.front[key] === undefined) {
      if (take(said.front, key, value)) taken.add(name);
      else tell(name, value, key === "state" ? "unsure" : "unknown");
    } else if (keepsBack(String(name), value)) tell(name, value, "unsure");
    else if (!key && !ADDRESSES.has(String(name))) tell(name, value, "kept");
  }
  const addresses = [...read.values].flatMap(([name, value]) => (ADDRESSES.has(String(name)) ? stringsOf(value) : []));
  return { ...said, addresses, extra: without(read, taken) };
}

function take(front: FrontMatter, key: Key, value: unknown): boolean {
  const read = KEYS[key].safeParse(value);
  if (read.success) Object.assign(front, { [key]: read.data });
  return read.success;
}

function keepsBack(name: string, value: unknown): boolean {
  if (name === "published") return /^(false|no|off)$/i.test(String(value));
  return KEEPS_BACK.test(name) && !KEEPS_NOTHING.test(typeof value === "string" ? value : "some");
}

function stringsOf(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === "string");
}

/** The same YAML without some keys; null when nothing is left, or what is left hangs on what was taken out. */
function without({ document }: Read, taken: ReadonlySet<unknown>): string | null {
  const { contents } = document;
  if (!isMap(contents)) return null;
  contents.items = (contents as YAMLMap).items.filter(({ key }) => !taken.has(nameOf(key)));
  if (contents.items.length === 0) return null;
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    return null;
  }
}

function lineOf({ yaml, document: { contents } }: Read, name: unknown): number {
  const pairs: Pair[] = isMap(contents) ? contents.items : [];
  const key = pairs.find((pair) => nameOf(pair.key) === name)?.key;
  return linesIn(yaml.slice(0, isScalar(key) ? key.range?.[0] : 0)) + 1;
}

function nameOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

/** What can be read of broken front matter: whoever mends it then, means the same article. */
function fromLines(yaml: string): Pick<Parsed, "front" | "readable" | "unsure"> {
  const said = { front: {}, readable: false, unsure: true };
  for (const [name, value] of simpleLines(yaml)) if (name === "id" || name === "title") take(said.front, name, value);
  return said;
}

function isKey(name: unknown): name is Key {
  return typeof name === "string" && Object.hasOwn(KEYS, name);
}

/** What an export writes before a text. */
export type Written = { [Name in Key]?: string | number | boolean | string[] | undefined };

/** An article as a file: `parseFrontMatter` reads the same of it again. `extra` is what it had from there. */
export function writeFrontMatter(front: Written, body: string, extra: string | null = null): string {
  const told = Object.fromEntries(Object.entries(front).filter(([, value]) => value !== undefined));
  return `---\n${stringify(told, { lineWidth: 0 })}${extra ?? ""}---\n\n${body}`;
}
