import type { IncomingMessage, ServerResponse } from "node:http";
import type { AnyProcedure } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { App } from "../core/actor.ts";
import { logError } from "../core/log.ts";
import type { System } from "../core/system.ts";
import { findActor, sessionCookie } from "../people/sessions.ts";
import { appRouter } from "../root.ts";
import { asTrpcError } from "../trpc.ts";
import { cookieOf, isMeant, isSameOrigin, visitorOf } from "./request.ts";

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
    const path = new URL(request.url ?? "/", publicUrl).pathname.slice(TRPC_PATH.length + 1);
    const refused = refusalOf(request, path, publicUrl);
    if (refused) return void response.writeHead(refused).end();
    response.setHeader("cache-control", "no-store");
    response.setHeader("x-content-type-options", "nosniff");
    await nodeHTTPRequestHandler({
      req: request,
      res: response,
      path,
      router: appRouter,
      maxBodySize: MAX_BODY,
      allowBatching: false,
      onError: ({ error }) => {
        if (error.code === "INTERNAL_SERVER_ERROR") logError(path, error.cause ?? error);
      },
      createContext: async () => {
        const actor = await findActor(system, cookieOf(request, cookie), app).catch((error) => {
          throw asTrpcError(error);
        });
        const visitor = visitorOf(system, request.headers);
        return { system, app, visitor, actor: actor && isMeant(request, actor) ? actor : null, socket: null };
      },
    });
  };
}

/** Why a request is not looked at further, as a status; null to go on. */
function refusalOf(request: IncomingMessage, path: string, publicUrl: string): number | null {
  if (!isSameOrigin(request, publicUrl)) return 403;
  if (request.method !== "GET" && request.method !== "POST") return 405;
  // One name, which no escape or comma makes another.
  if (!/^[a-z]+\.[a-z]+$/i.test(path)) return 404;
  const procedure: AnyProcedure | undefined = Reflect.get(appRouter._def.procedures, path);
  // A stream over HTTP would outlive its session, and no limit of the socket would hold for it.
  return procedure?._def.type === "subscription" ? 405 : null;
}
