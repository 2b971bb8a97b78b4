import type { IncomingMessage, ServerResponse } from "node:http";
import { ZodError } from "zod";
import { asDomainError, DomainError } from "../core/errors.ts";
import { logError } from "../core/log.ts";
import { statusOf } from "../trpc.ts";

/** Bytes that are read of what was refused, so that the answer arrives: a client that still sends reads none. */
const MOST_READ = 64 * 1024 * 1024;

/** What is wrong, for whoever sent a request. */
interface Problem {
  code: string;
  data: unknown;
}

/** How long (ms) a body may stand still. */
const STALLED = 30_000;

/** Ends a request whose body has stopped coming. What happens after it has come may take its time. */
export function endWhenStalled(request: IncomingMessage): void {
  const end = () => request.destroy();
  request.setTimeout(STALLED, end);
  request.once("end", () => request.socket.setTimeout(0, end));
}

/**
 * Answers a request whose body is not wanted with what is wrong, as JSON. Its rest is read and thrown away first.
 */
export async function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  write: (problem: Problem) => string = (problem) => JSON.stringify(problem),
): Promise<void> {
  const { status, problem } = refusal(error);
  if (request.destroyed && !request.complete) return void response.destroy();
  const whole = await isReadToEnd(request);
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...(!whole && { connection: "close" }),
  });
  response.end(write(problem));
}

/** What an error says to whoever sent the request. What only we should know is written into the log. */
export function refusal(error: unknown): { status: number; problem: Problem } {
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
