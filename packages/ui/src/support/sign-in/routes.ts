import { cookies } from "next/headers";
import { isFromOurPage, safeNext } from "../same-origin.ts";
import { currentActor, web } from "../server/web.ts";

/** Signs in as someone of the demo; nothing is here while it is off. Expects `personId` and `next` as a form of ours sends them. */
export async function postDemoSignIn(request: Request): Promise<Response> {
  const { demo, signInDemo, cookie, publicUrl } = web();
  if (!demo) return new Response(null, { status: 404 });
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const form = await request.formData();
  const personId = String(form.get("personId") ?? "");
  const session = UUID.test(personId) ? await signInDemo(personId, request.headers.get("user-agent")) : null;
  if (!session) return seeOther("/demo");
  const { token, expiresAt } = session;
  const secure = publicUrl.startsWith("https:");
  (await cookies()).set(cookie, token, { httpOnly: true, sameSite: "lax", path: "/", secure, expires: expiresAt });
  return seeOther(safeNext(String(form.get("next") ?? "/")));
}

/** Ends the session, in every tab and on every socket of it. */
export async function postSignOut(request: Request): Promise<Response> {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const { cookie, endSession } = web();
  const actor = await currentActor();
  if (actor) await endSession(actor.sessionId);
  (await cookies()).delete(cookie);
  return seeOther("/sign-in");
}

/**
 * Counts a request for a sign-in link before next-auth sees it.
 *
 * @returns the refusal when there were too many; null to go on.
 */
export async function limitLinks(request: Request): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (request.method !== "POST" || !pathname.endsWith("/signin/email")) return null;
  const form = new URLSearchParams(await request.clone().text());
  const address = request.headers.get("x-mintreu-address") ?? "";
  try {
    await web().limitSignIn({ address, email: form.get("email") ?? "" });
    return null;
  } catch (error) {
    const seconds = retryAfterOf(error);
    if (seconds === null) throw error;
    return new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Relative, so that the browser stays at the address it knows us by. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "RATE_LIMITED" || !("data" in error))
    return null;
  const { data } = error;
  return typeof data === "object" && data && "retryAfterSeconds" in data ? Number(data.retryAfterSeconds) : 60;
}
