import { once } from "node:events";
import { createServer, get, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A server that has nothing to do: it gives every file as the app gave it first, to the byte and with its headers. */
export interface StaticCopy extends AsyncDisposable {
  origin: string;
}

/** Copies an app as it is asked; once each file was asked for, all of it comes from memory. */
export async function copyStatically(origin: string): Promise<StaticCopy> {
  const files = new Map<string, Promise<Answer>>();
  const server = createServer(async ({ url = "/", method, headers }, response) => {
    // What a page tells the app is nothing that a file could hear.
    if (method !== "GET") return void response.writeHead(204).end();
    const file = files.get(url) ?? fetchAsIs(new URL(url, origin), String(headers["accept-encoding"] ?? ""));
    files.set(url, file);
    const answer = await file;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0);
  await once(server, "listening");
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Compressed as it came. */
function fetchAsIs(url: URL, encoding: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { "accept-encoding": encoding } }, async (response) => {
      const { connection, "keep-alive": kept, "transfer-encoding": sent, ...headers } = response.headers;
      const body = Buffer.concat(await response.toArray());
      resolve({
        status: response.statusCode ?? 500,
        headers: { ...headers, "content-length": `${body.length}` },
        body,
      });
    });
    request.once("error", reject);
  });
}
