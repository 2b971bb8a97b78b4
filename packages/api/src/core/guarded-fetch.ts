import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type Endpoint, isPublic } from "./public-address.ts";

/** What can be wrong with an address that somebody gave us. */
export type FetchProblem =
  | "private-address"
  | "unknown-host"
  | "unreachable"
  | "timeout"
  | "certificate"
  | "too-many-redirects"
  | "too-large"
  | "unreadable";

/** An address did not answer, or was not asked. */
export class FetchError extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = "FetchError";
    this.problem = problem;
  }
}

/** What is asked, and how much it may cost. */
export interface GuardedRequest {
  method?: "GET" | "HEAD" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Bytes of the answer's body, also after it was unpacked; more is `too-large`. With 0 the body is not read at all. */
  maxBytes: number;
  /** For all of it: names, connections, redirects and the body. */
  timeoutMs: number;
  /** How many redirects are followed; the answer that would be one more is `too-many-redirects`. */
  redirects: number;
  /** Whether a redirect may be followed; when not, the redirect itself is the answer. */
  mayFollow?: (to: URL) => boolean | Promise<boolean>;
}

/** What an address answered. */
export interface GuardedAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** Where it came from, after redirects. */
  url: URL;
}

/** The network as a request sees it. There is one; tests have their own. */
export interface Network {
  resolve(host: string): Promise<string[]>;
  isAllowed(end: Endpoint): boolean;
}

const NETWORK: Network = {
  resolve: async (host) => (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address),
  isAllowed: isPublic,
};

/** How many of a host's addresses are tried. */
const TRIED = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Asks an address that somebody else chose. Private addresses are never connected to: a host is resolved once, all of its
 * addresses have to be public, and the connection goes to exactly the address that was checked, so that another answer of
 * the name server is of no use. Every redirect is checked in the same way. No cookies, no credentials, no proxy.
 *
 * @throws FetchError
 */
export async function guardedFetch(url: URL, request: GuardedRequest, network = NETWORK): Promise<GuardedAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMs);
  let next = url;
  for (let hops = 0; ; hops++) {
    const answer = await hop(next, { ...request, network, signal });
    const to = redirectOf(answer);
    if (!to || !((await request.mayFollow?.(to)) ?? true)) return answer;
    if (hops === request.redirects) throw new FetchError("too-many-redirects");
    next = to;
  }
}

/** Whether an address can be asked at all; what is behind its name is looked at when it is. */
export function isFetchable(url: URL): boolean {
  return (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
}

function redirectOf({ status, headers, url }: GuardedAnswer): URL | null {
  if (!REDIRECTS.has(status) || !headers.location) return null;
  if (!URL.canParse(headers.location, url)) throw new FetchError("unreadable");
  return new URL(headers.location, url);
}

interface Hop extends GuardedRequest {
  network: Network;
  signal: AbortSignal;
}

async function hop(url: URL, options: Hop): Promise<GuardedAnswer> {
  const addresses = await until(options.signal, checkedAddresses(url, options.network));
  let failure: unknown;
  for (const address of addresses.slice(0, TRIED)) {
    try {
      return await ask(url, address, options);
    } catch (error) {
      // Only what no address can help with ends it: another address of the host may be up.
      if (options.signal.aborted) throw new FetchError("timeout", error);
      if (error instanceof FetchError) throw error;
      failure = error;
    }
  }
  throw new FetchError(isCertificate(failure) ? "certificate" : "unreachable", failure);
}

/** The addresses of a URL's host, each of them checked. */
async function checkedAddresses(url: URL, network: Network): Promise<string[]> {
  if (!isFetchable(url)) throw new FetchError("private-address");
  // The URL parser has already turned 2130706433, 0x7f.1 and their like into plain addresses.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await network.resolve(host).catch((cause) => unknown(cause));
  if (addresses.length === 0) unknown();
  const port = portOf(url);
  if (!addresses.every((address) => network.isAllowed({ address, port }))) throw new FetchError("private-address");
  return addresses;
}

function unknown(cause?: unknown): never {
  throw new FetchError("unknown-host", cause);
}

function portOf({ port, protocol }: URL): number {
  return port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);
}

/** One request to one address. */
async function ask(url: URL, address: string, options: Hop): Promise<GuardedAnswer> {
  const { method = "GET", headers, body, signal, maxBytes } = options;
  const secure = url.protocol === "https:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = (secure ? https : http).request({
      // The address and not the name: nothing is resolved a second time.
      host: address,
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      ...(secure && !isIP(host) ? { servername: host } : {}),
      // A connection of its own, and no proxy that would resolve the name by itself.
      agent: false,
      method,
      headers: { "accept-encoding": "gzip", ...headers, host: url.host, connection: "close" },
      signal,
    });
    request.on("response", resolve).on("error", reject);
    request.end(body);
  });
  try {
    const whole = method === "HEAD" || maxBytes === 0 ? Buffer.alloc(0) : await bodyOf(response, maxBytes);
    return { status: response.statusCode ?? 0, headers: response.headers, body: whole, url };
  } finally {
    response.destroy();
  }
}

/** The body, unpacked; never more of it in memory than is allowed. */
async function bodyOf(response: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const unpack = unpackerOf(response.headers["content-encoding"]);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // What goes wrong in the pipeline is thrown by reading its end.
    for await (const chunk of unpack ? pipeline(response, unpack, () => {}) : response) {
      size += chunk.length;
      if (size > maxBytes) throw new FetchError("too-large");
      chunks.push(chunk);
    }
  } catch (error) {
    if (unpack && error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))
      throw new FetchError("unreadable", error);
    throw error;
  }
  return Buffer.concat(chunks);
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchError("unreadable");
  }
}

/** What a work gives, or `timeout`: asking a name server cannot be called off. */
function until<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new FetchError("timeout"));
    if (signal.aborted) return late();
    signal.addEventListener("abort", late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", late));
  });
}

function isCertificate(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code);
}
