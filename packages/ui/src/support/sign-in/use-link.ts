import { NextRequest } from "next/server";
import { safeNext } from "../same-origin.ts";
import { web } from "../server/web.ts";

/**
 * What next-auth is handed of a request that it may answer. It uses a link up when that is opened, and reads it from the
 * address alone: from outside a link comes as a form of ours, and becomes such an address here.
 *
 * @param path what follows `/api/auth`, as next-auth is given it.
 */
export async function asNextAuthReads(request: NextRequest, path: readonly string[]): Promise<NextRequest> {
  if (path[0] !== "callback") return request;
  const form = new URLSearchParams(await request.text());
  const callbackUrl = new URL(safeNext(form.get("next")), web().publicUrl).href;
  const url = request.nextUrl.clone();
  url.search = String(
    new URLSearchParams({ token: form.get("token") ?? "", email: form.get("email") ?? "", callbackUrl }),
  );
  return new NextRequest(url, { headers: request.headers });
}
