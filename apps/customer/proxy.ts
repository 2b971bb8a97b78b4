export { protectPage as proxy } from "@mintreu/ui/page-proxy.ts";

/** Every page; files that never change need no policy. */
export const config = { matcher: "/((?!_next/static/|icon.svg$).*)" };
