import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { asDomainError, DomainError } from "../core/errors.ts";
import { contentDisposition } from "../files/file-name.ts";
import { type OpenedFile, openFile } from "../files/open-file.ts";
import { FILES_PATH } from "../files/schema.ts";
import type { ByteRange } from "../files/storage.ts";
import { actorOf, type Door } from "./door.ts";
import { rangeOf } from "./range.ts";
import { visitorOf } from "./request.ts";

const PATH = new RegExp(`^${FILES_PATH}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/[^/]+$`);

/** Seconds for which anybody may keep what anybody may have. */
const PUBLIC_AGE = 3_600;

/** What no file gets past: it is no page, runs nothing, loads nothing and is in nobody's frame. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "accept-ranges": "bytes",
} as const;

/** Sends a file to whoever may have it. For everybody else it is not there, in the very words of what is not. */
export async function handleFile(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await open(door, request).catch((error) => refusalOf(error));
  if (typeof file === "number") return void response.writeHead(file, { ...HEADERS, "cache-control": "no-store" }).end();
  const headers = headersOf(file);
  if (isKnown(request, file)) return void response.writeHead(304, headers).end();
  const range = rangeOf(request.headers, file);
  if (range === "none") {
    return void response.writeHead(416, { ...headers, "content-range": `bytes */${file.size}` }).end();
  }
  response.writeHead(range ? 206 : 200, { ...headers, ...lengthOf(file, range) });
  if (request.method === "HEAD") return void response.end();
  await pipeline(await file.read(range ?? undefined), response).catch(() => response.destroy());
}

async function open(door: Door, request: IncomingMessage): Promise<OpenedFile> {
  const { pathname, searchParams } = new URL(request.url ?? "/", door.publicUrl);
  const id = pathname.match(PATH)?.[1];
  const width = searchParams.get("w");
  if (!id || (width !== null && !/^\d{1,4}$/.test(width))) throw new DomainError("NOT_FOUND");
  const { system, app } = door;
  const actor = await actorOf(door, request);
  const visitor = visitorOf(system, request.headers);
  return openFile({ system, app, actor, visitor }, id, width === null ? null : Number(width));
}

/** Whatever is wrong with who asks or what is asked for is one answer. */
function refusalOf(error: unknown): number {
  const known = asDomainError(error);
  if (!(known instanceof DomainError)) throw error;
  return known.code === "UNAVAILABLE" ? 503 : 404;
}

function headersOf(file: OpenedFile): OutgoingHttpHeaders {
  return {
    ...HEADERS,
    "content-type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
    "content-disposition": contentDisposition(file.ours ? "inline" : "attachment", file.name),
    "cross-origin-resource-policy": file.public ? "cross-origin" : "same-origin",
    // What is not for anybody is asked for again each time, so that a right that ends, ends.
    "cache-control": file.public ? `public, max-age=${PUBLIC_AGE}` : "private, no-cache",
    etag: file.etag,
  };
}

function isKnown({ headers }: IncomingMessage, { etag }: OpenedFile): boolean {
  const known = headers["if-none-match"]?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}

function lengthOf({ size }: OpenedFile, range: ByteRange | null): OutgoingHttpHeaders {
  if (!range) return { "content-length": size };
  const { start, end } = range;
  return { "content-length": end - start + 1, "content-range": `bytes ${start}-${end}/${size}` };
}
