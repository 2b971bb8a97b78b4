/** A fenced block: an excerpt of a file, or a file that a guide has its reader write. */
export interface Excerpt {
  /** The file that is named right above it. */
  path: string;
  isNew: boolean;
  language: string;
  lines: string[];
}

/** What a document says that can be checked. */
export interface Document {
  path: string;
  text: string;
  /** Inline code, without the fenced blocks. */
  codes: string[];
  /** Targets of links and pictures. */
  links: string[];
  excerpts: Excerpt[];
  /** Anchors of its headings, as GitHub makes them. */
  anchors: string[];
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;
const EXCERPT = /^(New file )?`([^`\n]+)`\n\n```(\w+)\n([\s\S]*?)^```$/gm;

/** Reads what a document states. */
export function readDocument(path: string, text: string): Document {
  const prose = text.replace(FENCE, "");
  return {
    path,
    text,
    codes: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target),
    excerpts: [...text.matchAll(EXCERPT)].map(([, isNew, file = "", language = "", body = ""]) => {
      return { path: file, isNew: isNew !== undefined, language, lines: body.trimEnd().split("\n") };
    }),
    anchors: [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading)),
  };
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

/** The paths at the start of each line of a block of plain text. */
export function pathsOfLayout({ text }: Document): string[] {
  return [...text.matchAll(/^```text\n([\s\S]*?)^```$/gm)].flatMap(([, body = ""]) =>
    body.split("\n").flatMap((line) => line.match(/^\S+/)?.[0] ?? []),
  );
}

/** Every `pnpm WORD …` that a document tells its reader to run, as words. */
export function commandsOf({ text }: Document): string[][] {
  return [...text.matchAll(/pnpm(?:@\d+)? ([a-z][^`\n#]*)/g)].map(([, rest = ""]) => rest.trim().split(/\s+/));
}
