import { posix } from "node:path";
import { DomainError } from "../../core/errors.ts";
import type { Context } from "../../core/transact.ts";
import { keepFile, keepForLater } from "../../files/keep-file.ts";
import type { FileView } from "../../files/schema.ts";
import type { ImportProblem } from "../schema.ts";
import { slugOf } from "../slug.ts";
import { withCallouts } from "./callout-forms.ts";
import { type Destination, withDestinations } from "./destinations.ts";
import { baseOf } from "./names.ts";
import type { Planned } from "./plan.ts";
import { type Resolution, resolve, type Targets } from "./resolve.ts";
import type { ImportSource } from "./source.ts";

/** What one import works with. */
export interface Import {
  context: Context;
  deskId: string;
  source: ImportSource;
  targets: Targets;
  /** Titles by slug, for addresses that are their own text. */
  titles: ReadonlyMap<string, string>;
  problems: ImportProblem[];
  /** Paths of what was read: articles and the files that they show. */
  used: Set<string>;
}

/** An article whose text leads where it should, and the files that were kept for it. */
export interface Prepared extends Planned {
  files: FileView[];
}

/** Leads every address of an article to what it means here, and keeps the files beside it. What cannot be is told. */
export async function prepare(run: Import, article: Planned): Promise<Prepared> {
  const replacements = new Map<Destination, string>();
  const files = new Map<string, FileView | Refused>();
  const lineAt = lineCounter(article);
  const tell = (problem: Omit<ImportProblem, "file">) => run.problems.push({ file: article.path, ...problem });
  if (article.slugTaken) tell({ kind: "file", why: "taken", what: article.front.slug ?? "" });
  for (const place of article.places) {
    const resolution = await withFile(run, { article, files, resolution: resolve(run.targets, article, place) });
    if (resolution === null) continue;
    const [what, line] = [place.address.slice(0, 500), lineAt(place.start)];
    if ("why" in resolution) tell({ ...resolution, what, line });
    else {
      replacements.set(place, written(run, place, resolution.address));
      const shown = place.kind === "picture" || place.kind === "embed";
      if (shown && resolution.isPicture === false) tell({ kind: "picture", why: "no-picture", what, line });
    }
  }
  const kept = [...files.values()].filter((file) => "id" in file);
  const led = withDestinations(article.body, replacements);
  if (article.ours) return { ...article, body: led, files: kept };
  const { body, unknown } = withCallouts(led);
  for (const { what, line } of unknown) tell({ kind: "file", why: "unknown", what, line: article.line + line });
  return { ...article, body, files: kept };
}

/** Lines of its file, of places in its text that come one after the other. */
function lineCounter({ body, line }: Planned): (at: number) => number {
  let [lines, from] = [line, 0];
  return (at) => {
    for (let next = body.indexOf("\n", from); next !== -1 && next < at; next = body.indexOf("\n", from)) {
      lines += 1;
      from = next + 1;
    }
    return lines;
  };
}

/** What stands in the text in place of an address. */
function written(run: Import, { kind, address }: Destination, to: string): string {
  if (kind === "bare") return named(run, to);
  if (kind === "embed") return `![${escaped(baseOf(address.split("|")[0] ?? ""))}](${to})`;
  if (kind !== "wiki") return to;
  const said = address.split("|").map((side) => side.trim());
  // Which side is the text, wikis do not agree on: it is the one that is not what the link leads to.
  const text = said.length > 1 ? (said.find((side) => !leadsTo(run, side, to)) ?? said[0]) : said[0];
  return `[${escaped(text ?? "")}](${to})`;
}

function leadsTo({ titles }: Import, side: string, to: string): boolean {
  const slug = slugIn(to);
  const [page = ""] = side.split("#");
  return [slug, slugOf(titles.get(slug) ?? "")].includes(slugOf(baseOf(page)));
}

type Refused = Pick<ImportProblem, "kind" | "why">;

/** What an address means here, once its file is kept. */
type Led =
  | Exclude<Resolution, { address: string } | { file: string; rest: string }>
  | { address: string; isPicture?: boolean };

interface Keeping {
  article: Planned;
  /** By path, so that one that is shown twice is kept once. */
  files: Map<string, FileView | Refused>;
  resolution: Resolution;
}

async function withFile(run: Import, { article, files, resolution }: Keeping): Promise<Led> {
  if (resolution === null || !("file" in resolution)) return resolution;
  const { file: path, rest } = resolution;
  const file = files.get(path) ?? (await keep(run, article, path));
  files.set(path, file);
  if (!("id" in file)) return file;
  return { address: file.url + rest, isPicture: file.width !== null };
}

async function keep(run: Import, article: Planned, path: string): Promise<FileView | Refused> {
  const { context, deskId, source } = run;
  run.used.add(path);
  const stream = await source.stream(path);
  const name = posix.basename(path);
  try {
    if (article.isNew) return await keepForLater(context, { deskId, name, stream });
    return await keepFile(context, { target: { for: "article", id: article.id }, name, stream });
  } catch (error) {
    const why = error instanceof DomainError ? REFUSED[error.code] : undefined;
    if (!why) throw error;
    return { kind: "picture", why };
  } finally {
    stream.destroy();
  }
}

/** What is the file's own fault; everything else is the import's. */
const REFUSED: Partial<Record<string, ImportProblem["why"]>> = {
  FILE_TOO_BIG: "too-big",
  PICTURE_TOO_BIG: "too-big",
  FILE_TYPE_REFUSED: "refused",
  PICTURE_BROKEN: "refused",
};

/** A link with the title of what it leads to. */
function named({ titles }: Import, address: string): string {
  const slug = slugIn(address);
  return `[${escaped(titles.get(slug) ?? slug)}](${address})`;
}

function slugIn(address: string): string {
  return /^\/help\/articles\/([^#]+)/.exec(address)?.[1] ?? "";
}

function escaped(text: string): string {
  return text.replace(/[\\[\]|`*_<>]/g, "\\$&");
}
