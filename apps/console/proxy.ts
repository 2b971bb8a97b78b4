import { protectPage } from "@mintreu/ui/page-proxy.ts";
import type { NextRequest } from "next/server";

/** Each page as its address says. Not `protectPage` itself: Next gives an event as second, which is no page. */
export function proxy(request: NextRequest) {
  return protectPage(request);
}

/** Every page; files that never change need no policy. */
export const config = { matcher: "/((?!_next/static/|icon.svg$).*)" };
