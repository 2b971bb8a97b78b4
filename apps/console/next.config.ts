import { appConfig } from "@mintreu/ui/next-config.ts";

export default appConfig();
