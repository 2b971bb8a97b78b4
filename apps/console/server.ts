import { serve } from "@mintreu/api/server/serve";
import next from "next";

await serve("console", async (env) => {
  const dev = env.NODE_ENV === "development";
  const app = next({ dev, dir: import.meta.dirname, customServer: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const pages = { handle, close: () => app.close() };
  return dev ? { ...pages, upgrade: app.getUpgradeHandler() } : pages;
});
