import type { IncomingMessage, ServerResponse } from "node:http";
import { ZodError } from "zod";
import { asDomainError, DomainError } from "../core/errors.ts";
import { logError } from "../core/log.ts";
import { statusOf } from "../trpc.ts";

/** Bytes that are read of what was refused, so that the answer arrives: a client that still sends reads none. */
const MOST_READ = 64 * 1024 * 1024;

/**
 * Answers a request whose body is not wanted with what is wrong, as JSON. Its rest is read and thrown away first.
 */
export async function refuseBody(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
  const { status, problem } = refusal(error);
  if (request.destroyed && !request.complete) return void response.destroy();
  const whole = await isReadToEnd(request);
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...(!whole && { connection: "close" }),
  });
  response.end(JSON.stringify(problem));
}

function refusal(error: unknown): { status: number; problem: { code: string; data: unknown } } {
  const known = asDomainError(error);
  if (known instanceof ZodError) return { status: 400, problem: { code: "INVALID", data: null } };
  if (known instanceof DomainError) {
    // A disk that is full is for whoever runs it to know.
    if (known.code === "STORAGE_FULL") logError("files", known);
    return { status: statusOf(known.code), problem: { code: known.code, data: known.data ?? null } };
  }
  logError("files", known);
  return { status: 500, problem: { code: "INTERNAL_SERVER_ERROR", data: null } };
}

async function isReadToEnd(request: IncomingMessage): Promise<boolean> {
  let read = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (read > MOST_READ) return false;
    }
    return true;
  } catch {
    return false;
  }
}
