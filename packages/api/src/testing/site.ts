import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "../core/guarded-fetch.ts";

/** What a site answers: a body, or everything by hand. */
export type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site on loopback that counts what it is asked. */
export interface TestSite {
  port: number;
  /** `http://docs.example:<port>`: the name is known to `network` alone. */
  origin: string;
  pages: Map<string, Answer>;
  /** Method and path of each request, as it came. */
  asked: string[];
  /** Connections that were opened, whether something was asked or not. */
  connections(): number;
  close(): Promise<void>;
}

/** Serves pages by path; what is not there is 404. */
export async function createSite(pages: Record<string, Answer> = {}): Promise<TestSite> {
  const known = new Map(Object.entries(pages));
  const asked: string[] = [];
  let connections = 0;
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = known.get(request.url ?? "") ?? { status: 404 };
    if (typeof answer === "function") return answer(request, response);
    const { status = 200, headers = {}, body = "" } = typeof answer === "string" ? { body: answer } : answer;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, origin: `http://docs.example:${port}`, pages: known, asked, connections: () => connections, close };
}

/** A network in which `docs.example` is on loopback and loopback may be asked: for sites of a test, and nothing else. */
export const TEST_NETWORK: Network = {
  resolve: async (host) => {
    if (host === "docs.example" || host === "other.example") return ["127.0.0.1"];
    throw new Error(`nobody is called ${host}`);
  },
  isAllowed: ({ address }) => address === "127.0.0.1",
};
