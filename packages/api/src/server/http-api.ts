import type { IncomingMessage, ServerResponse } from "node:http";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { App } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { findActor, sessionCookie } from "../people/sessions.ts";
import { appRouter } from "../root.ts";
import { asTrpcError } from "../trpc.ts";
import { cookieOf, isMeant, isSameOrigin } from "./request.ts";

/** Path of the procedures over HTTP: for when no socket is open. */
export const TRPC_PATH = "/api/trpc";
const MAX_BODY = 262_144;

/** Answers a procedure called over HTTP; the same router and the same context as on the socket. */
export function handleTrpc(
  system: System,
  { app, publicUrl }: { app: App; publicUrl: string },
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const cookie = sessionCookie(app, publicUrl);
  return async (request, response) => {
    if (request.method !== "GET" && !isSameOrigin(request, publicUrl)) {
      response.writeHead(403).end();
      return;
    }
    const path = new URL(request.url ?? "/", publicUrl).pathname.slice(TRPC_PATH.length + 1);
    await nodeHTTPRequestHandler({
      req: request,
      res: response,
      path,
      router: appRouter,
      maxBodySize: MAX_BODY,
      createContext: async () => {
        const actor = await findActor(system, cookieOf(request, cookie), app).catch((error) => {
          throw asTrpcError(error);
        });
        return { system, actor: actor && isMeant(request, actor) ? actor : null, socket: null };
      },
    });
  };
}
