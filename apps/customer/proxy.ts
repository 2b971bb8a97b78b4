import { protectPage } from "@mintreu/ui/page-proxy.ts";
import { web } from "@mintreu/ui/support/server/web.ts";
import type { NextRequest } from "next/server";
import { visitorsPath } from "./components/frame/visitors-path.ts";

/** Gives a page its policy, and whoever has no session the light pages of the help centre. */
export function proxy(request: NextRequest) {
  return protectPage(request, request.cookies.has(web().cookie) ? undefined : visitorsPath(request.nextUrl.pathname));
}

/** Every page; files that never change need no policy. */
export const config = { matcher: "/((?!_next/static/|icon.svg$).*)" };
