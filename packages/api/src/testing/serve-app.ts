import { serve } from "../server/serve.ts";

/** One app without pages, as a process that tests end in every way: `node serve-app.ts customer`. */
await serve(process.argv[2] === "console" ? "console" : "customer", async () => ({
  handle: async (_request, response) => void response.writeHead(404).end(),
  close: async () => {},
}));
