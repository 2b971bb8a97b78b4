import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import type { App } from "../core/actor.ts";
import { pseudonym } from "../core/secret.ts";
import type { System } from "../core/system.ts";
import type { Env } from "../env.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Header in which the pages find the network address of a request; whatever a client sends in it is overwritten. */
export const ADDRESS_HEADER = "x-mintreu-address";

/** Where people reach an app. */
export function publicUrlOf(app: App, env: Env): string {
  return app === "customer" ? env.CUSTOMER_URL : env.CONSOLE_URL;
}

/**
 * Whether a request is addressed to us: by a path, and to the host that is configured. A loopback address of our own may be
 * named in any way.
 */
export function isOurs(request: IncomingMessage, publicUrl: string): boolean {
  if (!request.url?.startsWith("/")) return false;
  return isOurHost(request.headers.host, publicUrl);
}

/** Whether a request comes from this machine: in a demo anybody may be anyone, and a Host header is quickly written. */
export function isLocal(request: IncomingMessage): boolean {
  return /^(::1|(::ffff:)?127(\.\d+){3})$/i.test(request.socket.remoteAddress ?? "");
}

/**
 * Whether a request comes from a page of ours. Browsers name the origin of every upgrade and every request that is not a
 * plain read, and say of each whether it is another site's; what names none is no browser, and carries no cookie that it
 * was not given.
 */
export function isSameOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return !["cross-site", "same-site"].includes(String(request.headers["sec-fetch-site"]));
  const parsed = URL.canParse(origin) ? new URL(origin) : null;
  return parsed !== null && parsed.protocol === new URL(publicUrl).protocol && isOurHost(parsed.host, publicUrl);
}

function isOurHost(host: string | undefined, publicUrl: string): boolean {
  const url = new URL(publicUrl);
  if (host === url.host) return true;
  if (!host || !LOOPBACK.has(url.hostname) || !URL.canParse(`http://${host}`)) return false;
  const named = new URL(`http://${host}`);
  return LOOPBACK.has(named.hostname) && named.port === url.port;
}

/**
 * Whether a request means the person whose cookie it carries. A page names its own person: after someone else has signed in
 * in another tab, what it still has to send must not go out as them.
 */
export function isMeant(request: IncomingMessage, actor: { personId: string }): boolean {
  const named = request.headers["x-mintreu-person"] ?? request.url?.match(/[?&]person=([\w-]+)/)?.[1];
  return named === undefined || named === actor.personId;
}

/** The network that a request comes from. A proxy's word is taken only where one is configured. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(request.headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim()
    : "";
  return networkOf(forwarded || (request.socket.remoteAddress ?? ""));
}

/** What calls itself a robot: search engines, previews of links, measuring programs. */
const ROBOT = /bot\b|crawl|spider|slurp|preview|externalhit|lighthouse|pagespeed|feedfetcher/i;

/** Who somebody is that has not signed in: a pseudonym of their network, and of it and their browser. A robot is nobody. */
export function visitorOf({ settings }: Pick<System, "settings">, headers: IncomingMessage["headers"]): string {
  const address = String(headers[ADDRESS_HEADER] ?? "");
  const browser = headers["user-agent"] ?? "";
  if (ROBOT.test(browser)) return "";
  return `${pseudonym(settings.secret, address)}.${pseudonym(settings.secret, address, browser)}`;
}

/** An IPv4 address, or the half of an IPv6 one that a subscriber is given: the other half is theirs to make up. */
function networkOf(address: string): string {
  const inside = address.match(/^::ffff:(\d+(?:\.\d+){3})$/i)?.[1];
  if (inside || !isIPv6(address)) return inside ?? address;
  const [head = "", tail = ""] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  const network = [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

function groups(part: string): string[] {
  return part === "" ? [] : part.split(":");
}

/** A cookie's value. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const part of request.headers.cookie?.split(";") ?? []) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return decodeCookie(value.join("="));
  }
}

function decodeCookie(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
