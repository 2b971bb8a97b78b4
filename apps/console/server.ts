import { createServer } from "node:http";
import { serve } from "@mintreu/api/server/serve";
import next from "next";

await serve("console", async (env) => {
  const dev = env.NODE_ENV === "development";
  // Next listens for upgrades on the server it is given, else on ours, and would end every live socket whose address one of
  // its pages matches. This one never listens: while developing it is handed what is not ours, and else nothing.
  const httpServer = createServer();
  const app = next({ dev, dir: import.meta.dirname, customServer: true, httpServer });
  await app.prepare();
  const handle = app.getRequestHandler();
  const pages = { handle, close: () => app.close() };
  return dev ? { ...pages, upgrade: (...request) => httpServer.emit("upgrade", ...request) } : pages;
});
