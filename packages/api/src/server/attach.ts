import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Actor, App } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { endIfPiledUp } from "../live/backpressure.ts";
import { findActor, sessionCookie } from "../people/sessions.ts";
import { appRouter } from "../root.ts";
import { cookieOf, isMeant, isOurs, isSameOrigin } from "./request.ts";
import { SessionSockets } from "./session-sockets.ts";

/** Path of the live socket on each app's port. */
export const LIVE_PATH = "/api/live";
/** Biggest frame a client may send, in bytes: a message of 20,000 characters fits several times. */
const MAX_FRAME = 262_144;
/** "Service restart": clients connect again, after a moment of their own. */
const SERVICE_RESTART = 1012;

interface Attachment {
  app: App;
  publicUrl: string;
}

/** The live socket of a server. */
export interface LiveSocket {
  /** Whether it takes this upgrade; others, such as Next's own while developing, are left alone. */
  handles(request: IncomingMessage): boolean;
  /** How many sockets are open. */
  readonly connections: number;
  /** Tells every client to move on, then closes what is left. */
  drain(): Promise<void>;
}

/** Puts the live socket on an HTTP server: one upgrade path, for signed-in people, from pages of ours. */
export function attach(server: Server, system: System, { app, publicUrl }: Attachment): LiveSocket {
  // Compression would cost a quarter of a megabyte a socket.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME, perMessageDeflate: false });
  const actors = new WeakMap<IncomingMessage, Actor>();
  const sessions = new SessionSockets(system);
  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    createContext: ({ req, res }) => ({ system, actor: actors.get(req) ?? null, socket: res as WebSocket }),
    keepAlive: { enabled: true, pingMs: 25_000, pongWaitMs: 10_000 },
  });
  const cookie = sessionCookie(app, publicUrl);

  const upgrade = async (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    if (!handles(request)) return;
    duplex.on("error", () => duplex.destroy());
    if (!isOurs(request, publicUrl)) return refuse(duplex, "421 Misdirected Request");
    if (!isSameOrigin(request, publicUrl)) return refuse(duplex, "403 Forbidden");
    const actor = await findActor(system, cookieOf(request, cookie), app).catch(() => undefined);
    if (actor === undefined) return refuse(duplex, "503 Service Unavailable");
    if (actor === null || !isMeant(request, actor)) return refuse(duplex, "401 Unauthorized");
    actors.set(request, actor);
    sockets.handleUpgrade(request, duplex, head, (socket) => {
      sessions.add(actor.sessionId, socket);
      coalesce(socket, duplex);
      sockets.emit("connection", socket, request);
    });
  };
  server.on("upgrade", upgrade);

  const drain = async () => {
    server.off("upgrade", upgrade);
    handler.broadcastReconnectNotification();
    await closeAll(sockets.clients, SERVICE_RESTART);
    sessions.close();
    sockets.close();
  };
  return {
    handles,
    get connections() {
      return sockets.clients.size;
    },
    drain,
  };
}

function handles({ url }: IncomingMessage): boolean {
  // The absolute form of a request's address too, which is then refused: what nobody takes would stay open.
  return url !== undefined && URL.canParse(url, "http://any") && new URL(url, "http://any").pathname === LIVE_PATH;
}

function refuse(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/**
 * Lets what is sent within one turn of the event loop leave in one write: an answer and the event it caused, or all of a
 * batch. System calls are the dearest part of a message.
 */
function coalesce(socket: WebSocket, duplex: Duplex): void {
  const send = socket.send.bind(socket) as (...args: unknown[]) => void;
  let corked = false;
  const uncork = () => {
    corked = false;
    duplex.uncork();
    endIfPiledUp(socket);
  };
  socket.send = (...args: unknown[]) => {
    if (!corked) {
      corked = true;
      duplex.cork();
      setImmediate(uncork);
    }
    send(...args);
  };
}

/** Lets clients go by themselves for a moment, so that what is on its way arrives, then closes the rest. */
async function closeAll(clients: ReadonlySet<WebSocket>, code: number): Promise<void> {
  const gone = [...clients].map((client) => new Promise((resolve) => client.once("close", resolve)));
  const patience = setTimeout(() => {
    for (const client of clients) client.close(code);
  }, 1_000);
  const end = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, 4_000);
  await Promise.all(gone);
  clearTimeout(patience);
  clearTimeout(end);
}
