import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { App } from "../core/actor.ts";
import { logError } from "../core/log.ts";
import { type Env, readEnv, settingsOf, tellAuthUrl } from "../env.ts";
import { authOptionsFor } from "../people/auth.ts";
import { attach } from "./attach.ts";
import { createSystem } from "./create-system.ts";
import { ADDRESS_HEADER, addressOf, isLocal, isOurs, isSameOrigin, publicUrlOf } from "./request.ts";
import { type Handler, routesOf } from "./routes.ts";
import { onStop } from "./stop.ts";
import { offerToPages } from "./web.ts";

/** Biggest form that a page takes, in bytes; Next would read any. */
const MAX_FORM = 65_536;

/** How long (ms) a request may take to arrive: a large file over a slow line does. */
const ARRIVING = 1_800_000;

/** What Next brings: pages, and while developing its own socket. */
export interface Pages {
  handle: Handler;
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
}

/**
 * Serves an app: its pages, the procedures over HTTP and the live socket on one port.
 *
 * @param preparePages called once the pages can ask the system.
 * @returns the port it listens on.
 */
export async function serve(app: App, preparePages: (env: Env) => Promise<Pages>): Promise<number> {
  const env = readEnv();
  const publicUrl = publicUrlOf(app, env);
  tellAuthUrl(publicUrl);
  const system = await createSystem({
    databaseUrl: env.DATABASE_URL,
    settings: settingsOf(env),
    name: `mintreu ${app}`,
  });
  offerToPages({
    system,
    app,
    publicUrl,
    authOptions: authOptionsFor(system, { app, publicUrl }),
  });
  const pages = await preparePages(env);
  const routes = routesOf({ system, app, publicUrl });

  let stopping = false;
  const server = createServer((request, response) => {
    // A connection that is kept alive and used again and again would keep a server that closes open.
    if (stopping) response.setHeader("connection", "close");
    if (request.url === "/healthz") return void health(system.db.pool, response);
    if (!isOurs(request, publicUrl)) return void response.writeHead(421).end();
    if (env.DEMO && !isLocal(request)) return void response.writeHead(403).end();
    request.headers[ADDRESS_HEADER] = addressOf(request, env.TRUST_PROXY === "on");
    const route = routes(request);
    const refused = route ? null : refusalOfPost(request, publicUrl);
    if (refused) return void response.writeHead(refused, { connection: "close" }).end();
    const handle = route ?? pages.handle;
    handle(request, response).catch((error) => fail(response, error));
  });
  server.requestTimeout = ARRIVING;
  const live = attach(server, system, { app, publicUrl });
  server.on("upgrade", (request, socket, head) => {
    if (live.handles(request)) return;
    if (pages.upgrade) pages.upgrade(request, socket, head);
    else socket.destroy();
  });

  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(env.PORT, resolve));
  onStop(async () => {
    stopping = true;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await live.drain();
    await closed;
    await pages.close();
    await system.close();
  });
  process.send?.("ready");
  return (server.address() as AddressInfo).port;
}

/** Why a page is not sent what a request brings, as a status: it takes small forms, from pages of ours. */
function refusalOfPost(request: IncomingMessage, publicUrl: string): number | null {
  const { method, headers } = request;
  if (method !== "GET" && method !== "HEAD" && !isSameOrigin(request, publicUrl)) return 403;
  if (headers["transfer-encoding"] !== undefined) return 411;
  return Number(headers["content-length"] ?? 0) > MAX_FORM ? 413 : null;
}

async function health(pool: { query(text: string): Promise<unknown> }, response: ServerResponse): Promise<void> {
  const well = await pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  response
    .writeHead(well ? 200 : 503, { "content-type": "text/plain" })
    .end(well ? "ok" : "the database does not answer");
}

function fail(response: ServerResponse, error: unknown): void {
  logError("request", error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
