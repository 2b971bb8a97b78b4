import { posix } from "node:path";
import { DomainError } from "../../core/errors.ts";
import type { Context } from "../../core/transact.ts";
import { keepFile, keepForLater } from "../../files/keep-file.ts";
import type { FileView } from "../../files/schema.ts";
import type { ImportProblem } from "../schema.ts";
import { type Destination, withDestinations } from "./destinations.ts";
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
}

/** An article whose text leads where it should, and the files that were kept for it. */
export interface Prepared extends Planned {
  files: FileView[];
}

/** Leads every address of an article to what it means here, and keeps the files beside it. What cannot be is told. */
export async function prepare(run: Import, article: Planned): Promise<Prepared> {
  const replacements = new Map<Destination, string>();
  const files = new Map<string, FileView | Refused>();
  for (const place of article.places) {
    const resolution = await withFile(run, { article, files, resolution: resolve(run.targets, article.path, place) });
    if (resolution === null) continue;
    if ("why" in resolution)
      run.problems.push({ file: article.path, ...resolution, what: place.address.slice(0, 500) });
    else replacements.set(place, place.kind === "bare" ? named(run, resolution.address) : resolution.address);
  }
  const kept = [...files.values()].filter((file) => "id" in file);
  return { ...article, body: withDestinations(article.body, replacements), files: kept };
}

type Refused = Pick<ImportProblem, "kind" | "why">;

interface Keeping {
  article: Planned;
  /** By path, so that one that is shown twice is kept once. */
  files: Map<string, FileView | Refused>;
  resolution: Resolution;
}

async function withFile(
  run: Import,
  { article, files, resolution }: Keeping,
): Promise<Exclude<Resolution, { file: string; rest: string }>> {
  if (resolution === null || !("file" in resolution)) return resolution;
  const { file: path, rest } = resolution;
  const file = files.get(path) ?? (await keep(run, article, path));
  files.set(path, file);
  return "id" in file ? { address: file.url + rest } : file;
}

async function keep({ context, deskId, source }: Import, article: Planned, path: string): Promise<FileView | Refused> {
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
  const slug = /^\/help\/articles\/([^#]+)/.exec(address)?.[1] ?? "";
  const title = titles.get(slug) ?? slug;
  return `[${title.replace(/[\\[\]|`*_<>]/g, "\\$&")}](${address})`;
}
