import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Actor, App } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { endIfPiledUp } from "../live/backpressure.ts";
import { keepAlive } from "../live/keep-alive.ts";
import { Wire } from "../live/wire.ts";
import { findActor, sessionCookie } from "../people/sessions.ts";
import { cookieOf, isMeant, isOurs, isSameOrigin } from "./request.ts";
import { SessionSockets } from "./session-sockets.ts";

/** Path of the live socket on each app's port. */
export const LIVE_PATH = "/api/live";
/** Biggest frame a client may send, in bytes: a message of 20,000 characters fits several times. */
const MAX_FRAME = 262_144;
/** How many sockets one session may have open: each tab has one. */
const MAX_SOCKETS = 100;
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
  const wires = new Set<Wire>();
  const sessions = new SessionSockets(system);
  const alive = keepAlive(sockets.clients);
  const cookie = sessionCookie(app, publicUrl);

  // Apart from the upgrade, whose closures would keep each request with its socket.
  const admit = (actor: Actor, socket: WebSocket, duplex: Duplex) => {
    sessions.add(actor.sessionId, socket);
    coalesce(socket, duplex);
    const wire = new Wire(socket, { system, actor, app, visitor: "", socket });
    wires.add(wire);
    socket.once("close", () => wires.delete(wire));
  };
  const upgrade = async (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    if (!handles(request)) return;
    destroyOnError(duplex);
    if (!isOurs(request, publicUrl)) return refuse(duplex, "421 Misdirected Request");
    if (!isSameOrigin(request, publicUrl)) return refuse(duplex, "403 Forbidden");
    const actor = await findActor(system, cookieOf(request, cookie), app).catch(() => undefined);
    if (actor === undefined) return refuse(duplex, "503 Service Unavailable");
    if (actor === null || !isMeant(request, actor)) return refuse(duplex, "401 Unauthorized");
    if (sessions.countOf(actor.sessionId) >= MAX_SOCKETS) return refuse(duplex, "429 Too Many Requests");
    sockets.handleUpgrade(request, duplex, head, (socket) => admit(actor, socket, duplex));
  };
  server.on("upgrade", upgrade);

  const drain = async () => {
    server.off("upgrade", upgrade);
    for (const wire of wires) wire.askToMove();
    await closeAll(sockets.clients, SERVICE_RESTART);
    alive.stop();
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

function destroyOnError(duplex: Duplex): void {
  duplex.on("error", () => duplex.destroy());
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
