import { isEscaped, maskCode } from "./mask-code.ts";

/** An address in Markdown: where it stands, and what it is for. */
export interface Destination {
  start: number;
  end: number;
  /** As it is meant: without escapes. */
  address: string;
  /** `bare` is one that is its own text, in pointed brackets or not; `wiki` is all of `[[Page|Text]]`, `embed` of `![[a.png]]`. */
  kind: "link" | "picture" | "bare" | "wiki" | "embed";
}

// The third is none in Markdown, since it has spaces and no pointed brackets. People write it all the same.
const IN_BRACKETS =
  /[ \t]{0,10}\n?[ \t]{0,10}(?:<([^<>\n]{1,2000})>|([^\s()<>"'][^()<>"'\n]{0,300} [^()<>"'\n]{0,300}\.(?:mdx?|markdown|html?|png|jpe?g|gif|webp|svg|pdf))(?=[)#])|([^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,5}))/dy;
const DEFINITION =
  /^ {0,3}\[[^\]\n]{1,300}\]:[ \t]{0,10}(?:<([^<>\n]{1,2000})>|(\S{1,2000}))(?=[ \t]*(?:$|[ \t]["'(]))/dgm;
const WIKI = /(!?)\[\[([^[\]\n]{1,500})\]\](?![([])/g;
const TAG = /<(?:a|img)\s[^<>]{1,5000}>/gi;
const ATTRIBUTE = /\s(href|src)\s{0,5}=\s{0,5}(?:"([^"]{1,2000})"|'([^']{1,2000})')/dgi;
const BARE = /<(https?:\/\/[^\s<>]{1,2000})>|https?:\/\/[^\s<>()[\]{}"'`|\\*]{1,2000}/gi;

interface Range {
  start: number;
  end: number;
}

/**
 * Every address in a text of Markdown and the HTML in it, in order. Not a parser: it goes through the text once, since what is
 * imported may be written to keep a parser busy. `wiki` asks for the links of wikis as well.
 */
export function destinationsIn(markdown: string, { wiki = false } = {}): Destination[] {
  const text = maskCode(markdown);
  const { found, texts } = bracketed(text);
  const taken = [...found, ...definitions(text), ...inHtml(text), ...(wiki ? inWiki(text) : [])];
  return [...taken, ...bare(text, [...taken, ...texts])].sort((a, b) => a.start - b.start);
}

/** `[text](address)` and `![text](address)`; the texts of links too, in which no other link can be. */
function bracketed(text: string): { found: Destination[]; texts: Range[] } {
  const found: Destination[] = [];
  const texts: Range[] = [];
  const open: { at: number; picture: boolean }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[[\]]/g)) {
    if (isEscaped(text, index)) continue;
    if (mark === "[") {
      open.push({ at: index, picture: text[index - 1] === "!" && !isEscaped(text, index - 1) });
      continue;
    }
    const opened = open.pop();
    if (!opened || text[index + 1] !== "(") continue;
    IN_BRACKETS.lastIndex = index + 2;
    const place = placeOf(IN_BRACKETS.exec(text));
    if (!place) continue;
    texts.push({ start: opened.at, end: index });
    found.push({
      ...place,
      address: unescaped(text.slice(place.start, place.end)),
      kind: opened.picture ? "picture" : "link",
    });
  }
  return { found, texts };
}

/** `[name]: address` on a line of its own. */
function definitions(text: string): Destination[] {
  return [...text.matchAll(DEFINITION)].flatMap((match) => {
    const place = placeOf(match);
    return place ? [{ ...place, address: unescaped(text.slice(place.start, place.end)), kind: "link" as const }] : [];
  });
}

/** GitHub's wikis and Obsidian; the address is what stands between the brackets. */
function inWiki(text: string): Destination[] {
  return [...text.matchAll(WIKI)]
    .filter(({ index }) => !isEscaped(text, index))
    .map(({ 0: whole, 1: mark, 2: address = "", index }) => {
      return { start: index, end: index + whole.length, address, kind: mark ? ("embed" as const) : ("wiki" as const) };
    });
}

function inHtml(text: string): Destination[] {
  return [...text.matchAll(TAG)].flatMap(({ 0: tag, index }) =>
    [...tag.matchAll(ATTRIBUTE)].flatMap((attribute) => {
      const [start = 0, end = 0] = attribute.indices?.[2] ?? attribute.indices?.[3] ?? [];
      const address = tag.slice(start, end).replaceAll("&amp;", "&");
      const kind = attribute[1]?.toLowerCase() === "src" ? ("picture" as const) : ("link" as const);
      return { start: index + start, end: index + end, address, kind };
    }),
  );
}

function bare(text: string, taken: Range[]): Destination[] {
  const inOrder = taken.toSorted((a, b) => a.start - b.start);
  let [next, reach] = [0, -1];
  return [...text.matchAll(BARE)].flatMap(({ 0: whole, 1: inside, index }) => {
    for (; (inOrder[next]?.start ?? Number.POSITIVE_INFINITY) <= index; next++) {
      reach = Math.max(reach, inOrder[next]?.end ?? 0);
    }
    const address = inside ?? whole.replace(/[.,;:!?~_]+$/, "");
    const end = inside ? index + whole.length : index + address.length;
    // Within a tag, an attribute or another link it is part of that.
    if (index < reach || /[\w="'/]/.test(text[index - 1] ?? "")) return [];
    return [{ start: index, end, address, kind: "bare" as const }];
  });
}

function placeOf(match: RegExpExecArray | null): Range | null {
  const [start, end] = match?.indices?.slice(1).find((place) => place !== undefined) ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}

function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");
}

/** The text with other addresses in it; those for which there is none stay as they were written. */
export function withDestinations(markdown: string, replacements: ReadonlyMap<Destination, string>): string {
  const pieces: string[] = [];
  let end = 0;
  for (const [place, replacement] of [...replacements].sort(([a], [b]) => a.start - b.start)) {
    pieces.push(markdown.slice(end, place.start), replacement);
    end = place.end;
  }
  return pieces.join("") + markdown.slice(end);
}
