import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./csp.ts";

/** Header in which a page finds its own address; whatever a client sends in it is overwritten. */
export const PATH_HEADER = "x-mintreu-path";

/**
 * Gives each answer its policy with a fresh nonce; Next reads the nonce from the request's header and puts it on its scripts.
 *
 * @param shown path of the page to show, when it is another than the address says.
 */
export function protectPage(request: NextRequest, shown?: string): NextResponse {
  const policy = contentSecurityPolicy({
    nonce: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))),
    host: request.headers.get("host"),
    dev: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = answer(request, { headers, shown });
  response.headers.set("content-security-policy", policy);
  return response;
}

function answer({ nextUrl }: NextRequest, { headers, shown }: { headers: Headers; shown: string | undefined }) {
  if (!shown) return NextResponse.next({ request: { headers } });
  const url = nextUrl.clone();
  url.pathname = shown;
  return NextResponse.rewrite(url, { request: { headers } });
}
