import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandsOf, type Document, type Excerpt, pathsOfLayout, readDocument } from "./docs/markdown.ts";

const REPOSITORY = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(REPOSITORY, path), "utf8");
const find = (pattern: string | string[]) =>
  globSync(pattern, {
    cwd: REPOSITORY,
    exclude: (path) => /(^|\/)(node_modules|\.next|\.git|\.turbo|\.data[^/]*|generated)$/.test(path),
  });

const FILES = find(["*", ".*", "{apps,packages,scripts,bench,e2e,docs,.ci}/**"]);
const SOURCES = FILES.filter((path) => /\.(tsx?|sql|prisma)$/.test(path) && !path.endsWith("docs.test.ts"));
const CODE = SOURCES.map(read).join("\n");
const SETTINGS = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
const DOCUMENTS = FILES.filter((path) => path === "README.md" || /^docs\/.*\.md$/.test(path)).map((path) =>
  readDocument(path, read(path)),
);
const documentAt = (path: string) => DOCUMENTS.find((document) => document.path === path) as Document;

const endsIn = (path: string) => FILES.some((file) => file === path || file.endsWith(`/${path}`));
const isPath = (code: string) =>
  /^[\w@.()[\]-]+(\/[\w@.()[\]-]+)*(\.(tsx?|mjs|md|sql|prisma|json|css|svg|png|yaml|txt)|\/)$/.test(code);

describe.each(DOCUMENTS)("$path", (document) => {
  const { path, codes, links, excerpts } = document;
  const planned = excerpts.filter(({ isNew }) => isNew).map((excerpt) => excerpt.path);

  test("leads where something is", () => {
    const inside = links.filter((link) => !/^https?:/.test(link));
    expect(inside.filter((link) => !resolves(path, link))).toEqual([]);
  });

  test("names files and folders that are there", () => {
    const named = [...codes.filter(isPath), ...pathsOfLayout(document)].map((name) => name.replace(/\/$/, ""));
    // What the system writes into its data folder is named in the code that writes it.
    const unknown = named.filter((name) => !endsIn(name) && !CODE.includes(`"${basename(name)}"`));
    expect(unknown.filter((name) => !planned.includes(name))).toEqual([]);
  });

  test("names commands that are there", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const commands = commandsOf(document);
    expect(commands.filter(([script = ""]) => !(script in scripts))).toEqual([]);
    const benches = commands.filter(([script, name = ""]) => script === "bench" && /^[a-z]+$/.test(name));
    const known = read("bench/run.ts").match(/BENCHES[^{]*\{([^}]*)\}/)?.[1] ?? "";
    expect(benches.filter(([, name = ""]) => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([]);
    const stages = commands.filter(([script, name = ""]) => script === "test" && /^[a-z]/.test(name));
    expect(stages.filter(([, name]) => !["lint", "unit", "e2e"].includes(name ?? ""))).toEqual([]);
  });

  test("names settings, constants and functions that are there", () => {
    const settings = codes.flatMap((code) => code.match(/^([A-Z][A-Z_]+)=/)?.[1] ?? []);
    expect(settings.filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const values = codes.filter((code) => /^[A-Z_]+ = \S+$/.test(code));
    expect(values.filter((value) => !CODE.includes(`const ${value};`))).toEqual([]);
    const names = codes.filter((code) => /^([A-Z][A-Z0-9]*_[A-Z0-9_]+|[a-z]+[A-Z]\w*|\w+: \d+)$/.test(code));
    expect(names.filter((name) => !SETTINGS.includes(name) && !CODE.includes(name))).toEqual([]);
  });

  // That what is new compiles, its imports included: docs/guide.test.ts.
  test("shows code as it is, and as new only what is not there", () => {
    expect(excerpts.filter(({ isNew }) => !isNew).flatMap(faultsOf)).toEqual([]);
    expect(planned.filter((file) => FILES.includes(file))).toEqual([]);
  });
});

test("operating.md names every setting", () => {
  const { codes } = documentAt("docs/operating.md");
  expect(SETTINGS.filter((name) => !codes.includes(name))).toEqual([]);
});

test("the decision on dependencies has a reason for each, and none for what is gone", () => {
  const listed = documentAt("docs/decisions/0009-dependencies.md")
    .text.split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  const isTypes = (name: string) => name.startsWith("@types/");
  expect(listed.filter((name) => !isTypes(name)).sort()).toEqual(dependencies().filter((name) => !isTypes(name)));
});

test("drawings name files that are there", () => {
  const drawings = FILES.filter((path) => /^docs\/pictures\/.*\.svg$/.test(path)).map(read);
  const words = drawings.flatMap((text) =>
    [...text.matchAll(/>([^<>]+)<\/text>/g)].flatMap(([, line = ""]) => line.split(/[ ·→:]+/)),
  );
  expect(words.filter((word) => isPath(word) && !endsIn(word))).toEqual([]);
});

test("every picture is shown, and small enough to be in every clone", () => {
  const pictures = FILES.filter((path) => /^docs\/pictures\/.*\.\w+$/.test(path));
  const shown = DOCUMENTS.flatMap(({ path, links }) => links.map((link) => join(dirname(path), link)));
  expect(pictures.filter((path) => !shown.includes(path))).toEqual([]);
  expect(pictures.filter((path) => statSync(join(REPOSITORY, path)).size > 250_000)).toEqual([]);
});

function resolves(from: string, link: string): boolean {
  const [target = "", anchor] = link.split("#");
  const path = target === "" ? from : join(dirname(from), target);
  if (!existsSync(join(REPOSITORY, path))) return false;
  return anchor === undefined || documentAt(path).anchors.includes(anchor);
}

/** An excerpt's old lines stand in the file as they are, one after the other. */
function faultsOf({ path, language, lines }: Excerpt): string[] {
  if (!FILES.includes(path)) return [`${path} is not there`];
  const old = language === "diff" ? lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1)) : lines;
  return read(path).includes(old.join("\n")) ? [] : [`${path} does not have these lines:\n${old.join("\n")}`];
}

function dependencies(): string[] {
  const manifests = FILES.filter((path) => basename(path) === "package.json").map((path) => JSON.parse(read(path)));
  const all = manifests.flatMap(({ dependencies, devDependencies, peerDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }),
  );
  return [...new Set(all)].filter((name) => !name.startsWith("@mintreu/")).sort();
}
