import { createReadStream } from "node:fs";
import { fileTypeFromFile } from "file-type";
import { DomainError } from "../core/errors.ts";

const PICTURES = new Set(["image/png", "image/apng", "image/jpeg", "image/webp", "image/gif", "image/avif"]);

/** Whether files of a type are decoded and written anew before they are kept. */
export function isPicture(type: string): boolean {
  return PICTURES.has(type);
}

/** What else people send each other: documents, archives, sound and films. They are kept as they are and never shown as a page. */
const OTHERS: ReadonlySet<string> = new Set([
  ...["application/pdf", "application/rtf", "application/x-cfb", "application/epub+zip"],
  ...["document", "presentation", "spreadsheet", "graphics"].map(
    (kind) => `application/vnd.oasis.opendocument.${kind}`,
  ),
  ...["wordprocessingml.document", "presentationml.presentation", "spreadsheetml.sheet"].map(
    (kind) => `application/vnd.openxmlformats-officedocument.${kind}`,
  ),
  ...["zip", "gzip", "x-7z-compressed", "x-bzip2", "x-xz", "zstd", "x-tar", "vnd.rar", "x-rar-compressed"].map(
    (kind) => `application/${kind}`,
  ),
  ...["image/tiff", "image/heic", "image/bmp", "image/vnd.adobe.photoshop", "image/x-icon"],
  ...["video/mp4", "video/quicktime", "video/webm", "video/matroska", "video/x-matroska"],
  ...["audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/ogg", "audio/wav", "audio/flac"],
  ...["font/ttf", "font/otf", "font/woff", "font/woff2"],
]);

/** What is served as nothing but bytes: markup, which a browser might run. */
const BYTES = "application/octet-stream";

/**
 * What a file is, told by its bytes; whatever its name says.
 *
 * @returns its media type: `text/plain` for text, `application/octet-stream` for text that is markup, such as HTML or SVG.
 * @throws FILE_TYPE_REFUSED for what is not on the list: programs among others.
 */
export async function typeOfFile(path: string): Promise<string> {
  const found = (await fileTypeFromFile(path))?.mime;
  if (found && (isPicture(found) || OTHERS.has(found))) return found;
  const text = !found || /\bxml\b|^text\//.test(found) ? await textIn(path) : null;
  if (text === null) throw new DomainError("FILE_TYPE_REFUSED", { type: found ?? null });
  return text === "markup" ? BYTES : "text/plain";
}

async function textIn(path: string): Promise<"plain" | "markup" | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = "";
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (chunk.includes(0)) return null;
      const text = decoder.decode(chunk, { stream: true });
      if (start.length < 1_000) start += (start ? text : text.trimStart()).slice(0, 1_000);
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  if (start === "") return null;
  return /<[!?a-z]/i.test(start) ? "markup" : "plain";
}
