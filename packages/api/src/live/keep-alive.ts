import type { WebSocket } from "ws";

/** How often (ms) every socket is asked whether somebody is there; whoever has not answered by the next time is gone. */
const EVERY = 25_000;

/** Ends sockets whose other end went without a word. One timer for all. */
export function keepAlive(clients: ReadonlySet<WebSocket>): { stop(): void } {
  const asked = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const client of clients) {
      if (asked.has(client)) {
        client.terminate();
        continue;
      }
      asked.add(client);
      client.ping();
      client.once("pong", () => asked.delete(client));
    }
  }, EVERY).unref();
  return { stop: () => clearInterval(timer) };
}
