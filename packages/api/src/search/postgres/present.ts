import type { Pool } from "pg";
import type { EngineHit } from "../engine.ts";
import type { DocumentKind, Highlighted } from "../schema.ts";
import { stemOf } from "../text/stem.ts";
import { type Word, wordsOf } from "../text/words.ts";
import { Breath } from "./breath.ts";
import type { Ranked } from "./rerank.ts";
import type { Resolved } from "./resolve.ts";

/** About how long an excerpt is, in UTF-16 code units, and in words what the best passage is chosen by. */
const LENGTH = 220;
const PASSAGE = 24;
/** How far before the passage a sentence may begin for the excerpt to begin there. */
const LEAD = 60;

/** A hit with the words of its text, for what was probably meant. */
export interface Presented {
  hit: EngineHit;
  words: readonly Word[];
}

/**
 * Hits as they are shown: title, and the passage that has most of the search.
 *
 * @returns null when one of the documents has changed meanwhile.
 */
export async function present(
  pool: Pool,
  ranked: readonly Ranked[],
  terms: readonly Resolved[],
): Promise<Presented[] | null> {
  const { rows } = await pool.query<Row>({
    name: "search-texts",
    text: `SELECT key, document_id, group_id, kind, title, body, sequence FROM search_document WHERE key = ANY ($1::bigint[])`,
    values: [ranked.map(({ key }) => key)],
  });
  const texts = new Map(rows.map((row) => [Number(row.key), row]));
  const breath = new Breath();
  const presented: Presented[] = [];
  for (const one of ranked) {
    const row = texts.get(one.key);
    if (!row) return null;
    presented.push(presentOne(row, one, terms));
    await breath.take();
  }
  return presented;
}

interface Row {
  key: string;
  document_id: string;
  group_id: string;
  kind: DocumentKind;
  title: string;
  body: string;
}

function presentOne(row: Row, { places, score }: Ranked, terms: readonly Resolved[]): Presented {
  const inTitle = wordsOf(row.title);
  const inBody = wordsOf(row.body);
  // The body is what comes last in a sequence: counted from its end, whatever is before it.
  const body = places.subarray(places.length - inBody.length);
  const start = inBody[bestPassage(body, terms)]?.from ?? 0;
  const { from, to } = stretch(row.body, start);
  const hit: EngineHit = {
    ...{ id: row.document_id, group: row.group_id, kind: row.kind, score },
    title: marked(row.title, { from: 0, to: row.title.length }, matching(inTitle, terms)),
    excerpt: excerptOf(
      row.body,
      { from, to },
      matching(
        inBody.filter((word) => word.from >= from && word.to <= to),
        terms,
      ),
    ),
  };
  return { hit, words: [...inTitle, ...inBody] };
}

/** @returns the place of the first word of the passage that has the most of the search. */
function bestPassage(places: Int32Array, terms: readonly Resolved[]): number {
  const counts = new Int32Array(terms.length);
  let [sum, best, at] = [0, 0, 0];
  const change = (found: number, by: 1 | -1) => {
    for (let left = found; left !== 0; left &= left - 1) {
      const term = 31 - Math.clz32(left & -left);
      const before = counts[term] ?? 0;
      counts[term] = before + by;
      if (before === 0 || before + by === 0) sum += by * (terms[term]?.idf ?? 0);
    }
  };
  places.forEach((found, place) => {
    change(found, 1);
    if (place >= PASSAGE) change(places[place - PASSAGE] ?? 0, -1);
    if (sum > best + 1e-9) [best, at] = [sum, Math.max(0, place - PASSAGE + 1)];
  });
  // To the first word that was asked for.
  while (at < places.length && best > 0 && places[at] === 0) at++;
  return best > 0 ? at : 0;
}

/** From the beginning of the sentence where that is near, or of a word; to the end of a word. */
function stretch(body: string, start: number): { from: number; to: number } {
  const lead = body.slice(Math.max(0, start - LEAD), start);
  const sentence = Math.max(
    lead.lastIndexOf(". "),
    lead.lastIndexOf("\n"),
    lead.lastIndexOf("? "),
    lead.lastIndexOf("! "),
  );
  const space = lead.indexOf(" ");
  let from = start - lead.length;
  if (sentence >= 0) from += sentence + 1;
  else if (start > LEAD) from += space >= 0 ? space + 1 : lead.length;
  from += Math.max(0, body.slice(from, start).search(/\S/));
  if (body.length <= from + LENGTH) return { from, to: body.length };
  const end = body.slice(from, from + LENGTH).search(/\s\S*$/);
  return { from, to: from + (end > LENGTH / 2 ? end : LENGTH) };
}

interface Stretch {
  from: number;
  to: number;
}

/** The words that the search found, or that begin as its last one does. */
function matching(words: readonly Word[], terms: readonly Resolved[]): Word[] {
  return words.filter(({ text }) => {
    const stem = stemOf(text);
    return terms.some(({ stems, term }) => stems.has(stem) || (term.open && text.startsWith(term.text)));
  });
}

function marked(text: string, { from, to }: Stretch, matches: readonly Word[]): Highlighted {
  const pieces: Highlighted = [];
  let at = from;
  for (const match of matches) {
    if (match.from < at) continue;
    if (match.from > at) pieces.push({ text: text.slice(at, match.from), match: false });
    pieces.push({ text: text.slice(match.from, match.to), match: true });
    at = match.to;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), match: false });
  return pieces;
}

/** In one line, with a sign where text is left out. */
function excerptOf(body: string, stretch: Stretch, matches: readonly Word[]): Highlighted {
  const pieces = marked(body, stretch, matches).map(({ text, match }) => ({
    text: text.toWellFormed().replace(/\s+/g, " "),
    match,
  }));
  if (stretch.from > 0) pieces.unshift({ text: "… ", match: false });
  if (stretch.to < body.length) pieces.push({ text: " …", match: false });
  return pieces;
}
