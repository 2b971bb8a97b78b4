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
  (await cookies()).set(cookie, token, { ...attributesAt(publicUrl), expires: expiresAt });
  return seeOther(safeNext(String(form.get("next") ?? "/")));
}

/** Ends the session, in every tab and on every socket of it. */
export async function postSignOut(request: Request): Promise<Response> {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 });
  const { cookie, endSession, publicUrl } = web();
  const actor = await currentActor();
  if (actor) await endSession(actor.sessionId);
  // With its attributes: browsers let nothing else change a cookie of its name.
  (await cookies()).set(cookie, "", { ...attributesAt(publicUrl), maxAge: 0 });
  return seeOther("/sign-in");
}

function attributesAt(publicUrl: string) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: publicUrl.startsWith("https:") } as const;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Relative, so that the browser stays at the address it knows us by. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
