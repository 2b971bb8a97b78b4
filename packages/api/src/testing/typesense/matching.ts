import { stemOf } from "../../search/text/stem.ts";
import type { Document } from "./filter.ts";
import type { Field } from "./searching.ts";
import { edits, type Token, tokensOf } from "./text.ts";

/** How a word of a field answers a word that was asked for. */
export interface Match {
  token: Token;
  /** Characters of the word that are marked. */
  length: number;
  typos: number;
}

export interface Found {
  document: Document;
  score: number;
  matches: Map<string, Match[]>;
}

export interface Asked {
  asked: string[];
  fields: (Field & { weight: number })[];
  separators: ReadonlySet<string>;
  /** Words with digits are to be as they are written. */
  exactNumbers: boolean;
  typoThreshold: number;
  dropThreshold: number;
  /** The last word may be the beginning of one. */
  prefix: boolean;
}

/** First as it is written, then with more and more typos, then with fewer words, the last of them first. */
export function ask(documents: Document[], options: Asked): Found[] {
  if (options.asked[0] === "*") return documents.map((document) => ({ document, score: 0, matches: new Map() }));
  let found: Found[] = [];
  for (
    let words = options.asked;
    words === options.asked || (words.length > 0 && found.length < options.dropThreshold);
    words = words.slice(0, -1)
  ) {
    for (let typos = 0; typos <= 2; typos++) {
      found = documents.flatMap((document) => matched(document, { ...options, asked: words, typos }) ?? []);
      if (found.length >= options.typoThreshold) break;
    }
  }
  return found;
}

function matched(document: Document, { typos, ...options }: Asked & { typos: number }): Found | null {
  const { asked, fields, separators, exactNumbers, prefix } = options;
  const matches = new Map<string, Match[]>();
  let score = 0;
  for (const [i, word] of asked.entries()) {
    let best = 0;
    for (const field of fields) {
      const { name, weight, stem = false } = field;
      for (const token of fieldTokens(document, field, separators)) {
        const allowed = exactNumbers && /\d/.test(word) ? 0 : typos;
        const match = compare(word, token, { typos: allowed, stem, prefix: prefix && i === asked.length - 1 });
        if (!match) continue;
        matches.set(name, [...(matches.get(name) ?? []), match]);
        best = Math.max(best, weight * 10 - match.typos - (match.length < token.to - token.from ? 1 : 0));
      }
    }
    if (best === 0) return null;
    score += best;
  }
  return { document, score, matches };
}

function compare(
  word: string,
  token: Token,
  { typos, stem, prefix }: { typos: number; stem: boolean; prefix: boolean },
): Match | null {
  const length = token.to - token.from;
  const wanted = stem ? stemOf(word) : word;
  if (token.text === wanted) return { token, length, typos: 0 };
  if (prefix && token.text.startsWith(word)) return { token, length: word.length, typos: 0 };
  const allowed = Math.min(typos, wanted.length >= 7 ? 2 : wanted.length >= 4 ? 1 : 0);
  const far = allowed > 0 ? edits(wanted, token.text, allowed) : 1;
  return far <= allowed ? { token, length, typos: far } : null;
}

const taken = new WeakMap<Document, Map<string, Token[]>>();

/** The words of a field, taken apart once: a document that is written again is another object. */
function fieldTokens(document: Document, { name, stem = false }: Field, separators: ReadonlySet<string>): Token[] {
  const known = taken.get(document) ?? new Map<string, Token[]>();
  taken.set(document, known);
  const tokens = known.get(name) ?? tokensOf(String(document[name] ?? ""), separators, stem);
  known.set(name, tokens);
  return tokens;
}
