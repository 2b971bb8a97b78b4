import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { S3Settings } from "../core/system.ts";

/** A bucket in memory that speaks as much of S3's language as we use. */
export interface StandIn {
  settings: S3Settings;
  /** What is in the bucket, by keys. */
  objects: Map<string, { bytes: Buffer; type: string }>;
  close(): void;
}

/** Starts a stand-in for S3 on a port of its own. It takes what is signed with our key and nothing else. */
export async function startS3(): Promise<StandIn> {
  const objects: StandIn["objects"] = new Map();
  const server = createServer((request, response) => void answer(objects, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { bucket: "ours", region: "us-east-1", endpoint, accessKeyId: "our-key", secretAccessKey: "secret" };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { settings, objects, close };
}

async function answer(objects: StandIn["objects"], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://any");
  const [, bucket, ...parts] = decodeURIComponent(pathname).split("/");
  const key = parts.join("/");
  const body = await buffer(request);
  if (bucket !== "ours" || !request.headers.authorization?.includes("Credential=our-key/")) {
    return void response.writeHead(403).end();
  }
  if (searchParams.has("list-type")) return list(objects, searchParams.get("prefix") ?? "", response);
  if (request.method === "DELETE") {
    objects.delete(key);
    return void response.writeHead(204).end();
  }
  if (request.method === "PUT") {
    objects.set(key, { bytes: body, type: String(request.headers["content-type"]) });
    return void response.end();
  }
  read(objects.get(key), request, response);
}

function list(objects: StandIn["objects"], prefix: string, response: ServerResponse): void {
  const found = [...objects].filter(([key]) => key.startsWith(prefix));
  const contents = found.map(
    ([key, { bytes }]) => `<Contents><Key>${key}</Key><Size>${bytes.length}</Size></Contents>`,
  );
  response.end(`<ListBucketResult><KeyCount>${found.length}</KeyCount>${contents.join("")}</ListBucketResult>`);
}

function read(
  found: { bytes: Buffer } | undefined,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): void {
  if (!found) return void response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  const bytes = start && end ? found.bytes.subarray(Number(start), Number(end) + 1) : found.bytes;
  response.writeHead(start ? 206 : 200, { "content-length": bytes.length });
  response.end(method === "HEAD" ? undefined : bytes);
}
