import { isFromOurPage } from "../same-origin.ts";
import { web } from "../server/web.ts";

/**
 * What of next-auth is answered. The rest is not there, such as its log, into which anybody could write, and its way of using a
 * link up when that is opened.
 */
const ANSWERED = new Set([
  ...["GET csrf", "GET signin", "GET error", "GET verify-request"],
  ...["POST signin/email", "POST callback/email"],
]);
/** As next-auth reads it: a type that names JSON anywhere would be read as JSON. */
const FORM = /^application\/x-www-form-urlencoded(;\s*charset=utf-8)?$/i;

/**
 * Looks at a request before next-auth does: whether it is one of ours, sent by a page of
 * ours, and whether too many links were asked for.
 *
 * @param path what follows `/api/auth`, as next-auth is given it.
 * @returns the refusal; null to go on.
 */
export async function refuseAuth(request: Request, path: readonly string[]): Promise<Response | null> {
  const asked = `${request.method} ${path.join("/")}`;
  if (!ANSWERED.has(asked)) return new Response(null, { status: 404 });
  if (request.method !== "POST") return null;
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  if (!FORM.test(request.headers.get("content-type") ?? "")) return new Response(null, { status: 415 });
  return path[0] === "signin" ? limitLinks(request) : null;
}

async function limitLinks(request: Request): Promise<Response | null> {
  const [written, ...more] = new URLSearchParams(await request.clone().text()).getAll("email");
  const email = web().asAddress(written ?? "");
  if (email === null || more.length > 0) return new Response(null, { status: 400 });
  try {
    await web().limitSignIn({ address: request.headers.get("x-mintreu-address") ?? "", email });
    return null;
  } catch (error) {
    const seconds = retryAfterOf(error);
    if (seconds === null) throw error;
    return new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
  }
}

function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "RATE_LIMITED" || !("data" in error))
    return null;
  const { data } = error;
  return typeof data === "object" && data && "retryAfterSeconds" in data ? Number(data.retryAfterSeconds) : 60;
}
