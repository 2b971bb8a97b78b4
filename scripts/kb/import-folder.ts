import { statSync } from "node:fs";
import { Problem } from "@mintreu/db/problem";
import type { ImportReport } from "../../packages/api/src/articles/schema.ts";
import type { System } from "../../packages/api/src/core/system.ts";
import { progressBar } from "../search/bar.ts";
import { say } from "../start/progress.ts";
import type { Arguments } from "./arguments.ts";
import { deskAndAdmin, withSystem } from "./with-system.ts";

/** Imports a folder of Markdown, and says what it could not resolve. */
export async function importFolder({ folder, values, flags }: Arguments): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Problem(`${folder} is no folder.`);
  await withSystem(async (system) => {
    const { importArticles } = await import("../../packages/api/src/articles/transfer/import-articles.ts");
    const { folderSource } = await import("../../packages/api/src/articles/transfer/folder-source.ts");
    const { context, deskId, name } = await deskAndAdmin(system, values.desk);
    const productId = await productNamed(system, values.product);
    const source = await folderSource(folder);
    const bar = progressBar(`Importing into ${name}`);
    const options = { deskId, productId, draft: flags.has("draft"), source, onProgress: bar.show };
    const report = await importArticles(context, options).finally(() => bar.end());
    for (const line of describeReport(report)) say(line);
  });
}

async function productNamed({ db }: System, slug?: string): Promise<string | null> {
  if (!slug) return null;
  const product = await db.prisma.product.findUnique({ where: { slug } });
  if (!product) throw new Problem(`There is no product ${slug}.`);
  return product.id;
}

const WHY: Record<ImportReport["problems"][number]["why"], string> = {
  missing: "leads to what is not there",
  elsewhere: "is on another site",
  refused: "is damaged, or of a type that is not taken",
  "no-picture": "is kept, but cannot be shown as a picture: readers get a link",
  "too-big": "is too big",
  "no-text": "is no text",
  guessed: "does not say which letters its bytes are; it was read as Western European",
  empty: "is empty, and a draft",
  symlink: "is a link, which is not followed",
  unreadable: "cannot be opened",
  unused: "is no Markdown, and no article leads to it: it was not taken",
  "front-matter": "has front matter that cannot be read, and is a draft",
  kept: "means nothing here; it is kept in every file, and exported again",
  unknown: "means nothing here",
  unsure: "may say who must not read it, and is not understood: the article is a draft",
  double: "is an id that another file has; this one is known by its path",
  taken: "is an address that another article has; this one got another",
};

/** What an import did, in lines for a terminal. */
export function describeReport({ added, changed, same, collections, problems, seconds }: ImportReport): string[] {
  const groups = Map.groupBy(problems, ({ file }) => file);
  return [
    ...[...groups].flatMap(([file, of]) => [
      file,
      ...of.map(({ kind, what, why, line }) => `  ${line ? `${line}: ` : ""}${kind} ${what} ${WHY[why]}`),
    ]),
    `${added} added, ${changed} changed, ${same} the same, ${collections} new collections in ${seconds.toFixed(1)} s.`,
    problems.length === 0
      ? "Everything was resolved."
      : `${problems.length} things could not be resolved; they are above.`,
  ];
}
