import type { IncomingMessage, ServerResponse } from "node:http";
import { FILES_PATH } from "../files/schema.ts";
import type { Door } from "./door.ts";
import { handleTrpc, TRPC_PATH } from "./http-api.ts";
import { handleFile } from "./serve-file.ts";
import { transferRoute } from "./transfer.ts";
import { handleUpload } from "./upload.ts";

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Who answers what is no page: procedures and files. Null for a page. */
export function routesOf(door: Door): (request: IncomingMessage) => Handler | null {
  const trpc = handleTrpc(door.system, door);
  return ({ url = "/", method }) => {
    const path = url.split(/[?#]/)[0] ?? "/";
    if (path.startsWith(`${TRPC_PATH}/`)) return trpc;
    const transfer = transferRoute(door, path, method);
    if (transfer) return transfer;
    if (path !== FILES_PATH && !path.startsWith(`${FILES_PATH}/`)) return null;
    if (method === "POST" && path === FILES_PATH) return (request, response) => handleUpload(door, request, response);
    if (method === "GET" || method === "HEAD") return (request, response) => handleFile(door, request, response);
    return async (_request, response) =>
      void response.writeHead(405, { allow: "GET, HEAD", connection: "close" }).end();
  };
}
