import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { deferScripts } from "./defer-scripts.ts";

/**
 * Makes the page that a response is about to carry a light one. The page is gathered first: it is rendered from one look at the
 * database, and nothing of it comes later.
 */
export function lighten(request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  // So that Next hands it over as text; it is compressed here.
  request.headers["accept-encoding"] = "identity";
  const chunks: Buffer[] = [];
  let page = false;
  const { writeHead } = response;
  const end = response.end.bind(response);
  const gather = (given: unknown[]) => {
    const [chunk] = given;
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    for (const each of given) if (typeof each === "function") process.nextTick(each);
  };
  response.flushHeaders = () => {};
  response.writeHead = (...given: unknown[]) => {
    page = String(response.getHeader("content-type")).startsWith("text/html");
    if (page) response.removeHeader("content-length");
    if (page && encoding) response.setHeader("content-encoding", encoding).appendHeader("vary", "accept-encoding");
    return Reflect.apply(writeHead, response, given);
  };
  response.write = (...given: unknown[]) => {
    gather(given);
    return true;
  };
  response.end = (...given: unknown[]) => {
    gather(given);
    if (!response.headersSent) response.writeHead(response.statusCode);
    const body = Buffer.concat(chunks);
    if (!page) end(body);
    else compressed(lightened(body, response.statusCode), encoding).then(end, (error) => response.destroy(error));
    return response;
  };
}

/** Leads whoever has no scripts from an empty frame to what works without them. */
const ONWARD = '<noscript><meta http-equiv="refresh" content="0; url=/help/search"></noscript>';

/** What is not there is told by Next's scripts: its HTML is an empty frame. */
function lightened(body: Buffer, status: number): string {
  const html = body.toString("utf8");
  if (status === 200) return deferScripts(html);
  return status === 404 ? html.replace("</head>", () => `${ONWARD}</head>`) : html;
}

type Encoding = "br" | "gzip" | null;

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? "")
    .split(",")
    .map((name) => name.split(";")[0]?.trim());
  return names.includes("br") ? "br" : names.includes("gzip") ? "gzip" : null;
}

/** As dense as takes a millisecond or two. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

async function compressed(text: string, encoding: Encoding): Promise<Buffer> {
  if (!encoding) return Buffer.from(text);
  return encoding === "br" ? promisify(brotliCompress)(text, BROTLI) : promisify(gzip)(text);
}
