import type { Found, Match } from "./matching.ts";
import type { Parameters } from "./searching.ts";

/** A hit with the fields that were wanted, and what matched marked. */
export function hitOf({ document, score, matches }: Found, given: Parameters) {
  const included = String(given.include_fields ?? "").split(",");
  const affix = Number(given.highlight_affix_num_tokens ?? 4);
  const [start, end] = [String(given.highlight_start_tag ?? "<mark>"), String(given.highlight_end_tag ?? "</mark>")];
  const full = String(given.highlight_full_fields ?? "").split(",");
  const highlight = [...matches].map(([name, all]) => {
    const value = String(document[name]);
    const whole = marked(value, all, [start, end]);
    const matched_tokens = all.map(({ token }) => value.slice(token.from, token.to));
    return [
      name,
      {
        matched_tokens,
        snippet: snippetOf(value, all, { affix, tags: [start, end] }),
        ...(full.includes(name) ? { value: whole } : {}),
      },
    ];
  });
  return {
    document: Object.fromEntries(Object.entries(document).filter(([name]) => included.includes(name))),
    highlight: Object.fromEntries(highlight),
    highlights: [],
    text_match: score,
  };
}

function marked(value: string, matches: readonly Match[], [start, end]: [string, string]): string {
  let out = "";
  let at = 0;
  for (const { token, length } of matches.toSorted((a, b) => a.token.from - b.token.from)) {
    if (token.from < at) continue;
    out += value.slice(at, token.from) + start + value.slice(token.from, token.from + length) + end;
    at = token.from + length;
  }
  return out + value.slice(at);
}

/** So many words before and after the first match. A short text is its own snippet. */
function snippetOf(
  value: string,
  matches: Match[],
  { affix, tags }: { affix: number; tags: [string, string] },
): string {
  const words = [...value.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
  if (words.length <= 30) return marked(value, matches, tags);
  const first = matches.toSorted((a, b) => a.token.from - b.token.from)[0]?.token.from ?? 0;
  const at = words.findIndex(({ to }) => to > first);
  const from = words[Math.max(0, at - affix)]?.from ?? 0;
  const to = words[Math.min(words.length - 1, at + affix)]?.to ?? value.length;
  const inside = matches.filter(({ token }) => token.from >= from && token.to <= to);
  const moved = inside.map((match) => ({
    ...match,
    token: { ...match.token, from: match.token.from - from, to: match.token.to - from },
  }));
  return marked(value.slice(from, to), moved, tags);
}
