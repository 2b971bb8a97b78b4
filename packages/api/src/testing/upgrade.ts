import { request } from "node:http";
import { LIVE_PATH } from "../server/attach.ts";

/**
 * Asks a server for its live socket, in a request that no browser would send if need be.
 *
 * @returns the status of the answer: 101 where the socket was given.
 */
export function upgrade(url: string, headers: Record<string, string>, path = LIVE_PATH): Promise<number> {
  return new Promise((resolve, reject) => {
    const upgrading = {
      ...{ connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" },
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    };
    const asked = request(url, { path, headers: { ...upgrading, ...headers } });
    asked.on("upgrade", ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    asked.on("response", ({ statusCode = 0 }) => resolve(statusCode));
    asked.on("error", reject);
    asked.end();
  });
}
