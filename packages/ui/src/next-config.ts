import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { fixedHeaders, LINK_PATH, linkHeaders } from "./csp.ts";

/** The Next configuration that both apps share; `i18n/request.ts` in the app configures next-intl. */
export function appConfig(own: NextConfig = {}): NextConfig {
  return createNextIntlPlugin("./i18n/request.ts")({
    reactStrictMode: true,
    poweredByHeader: false,
    productionBrowserSourceMaps: false,
    typedRoutes: false,
    devIndicators: false,
    // Ours are small as they are; an address that scales whatever it is asked to would be there for anybody.
    images: { unoptimized: true },
    transpilePackages: ["@mintreu/ui", "@mintreu/api"],
    logging: { incomingRequests: { ignore: [new RegExp(`^${LINK_PATH}`)] } },
    headers: async () => [
      { source: "/:path*", headers: [...fixedHeaders] },
      { source: LINK_PATH, headers: [...linkHeaders] },
    ],
    ...own,
  });
}
