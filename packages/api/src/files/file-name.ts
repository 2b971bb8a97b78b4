/** Longest name that is kept, in UTF-16 code units. */
const MAX_NAME = 120;

/** Control characters, and those that turn the direction of text: with them, `gnp.exe` reads as `exe.png`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Endings by which a name and what a file is agree; a file of another type may be called as its owner likes. */
const ENDINGS: Record<string, readonly string[]> = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  "application/pdf": ["pdf"],
};

/** The name under which a file is kept: the last part of what its owner sent, readable, and ending as what it is. */
export function fileName(sent: string, type: string): string {
  const last = sent.toWellFormed().replace(INVISIBLE, "").split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(/\s+/g, " ").replace(/^[. ]+|[. ]+$/g, "");
  const dot = clean.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot + 1)] : [clean, ""];
  const right = ENDINGS[type] ?? [ending];
  const kept = right.includes(ending.toLowerCase()) ? ending : (right[0] ?? "");
  const end = kept && `.${kept.slice(0, 20)}`;
  return `${cut(stem || "file", MAX_NAME - end.length)}${end}`;
}

/** Not within a pair of surrogates. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/, "");
}

/** The path at which a file is served. It can stand in Markdown as it is. */
export function fileUrl({ id, name }: { id: string; name: string }): string {
  return `/files/${id}/${encoded(name)}`;
}

/**
 * How a file is offered.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6266
 */
export function contentDisposition(how: "inline" | "attachment", name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/[^ -~]/g, "_")
    .replace(/["\\%]/g, "_");
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`;
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
