import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  isTrackedEnvelope,
  TRPCError,
} from "@trpc/server";
import type { WebSocket } from "ws";
import { z } from "zod";
import { logError } from "../core/log.ts";
import { appRouter } from "../root.ts";
import { asTrpcError, type RequestContext } from "../trpc.ts";
import { keepsUp, MAX_BUFFERED } from "./backpressure.ts";

const METHODS = ["query", "mutation", "subscription"] as const;
type Method = (typeof METHODS)[number];

const frame = z.union([
  z.object({ id: z.int(), method: z.literal("subscription.stop") }),
  z.object({
    id: z.int(),
    method: z.enum(METHODS),
    params: z.object({ path: z.string(), input: z.unknown().optional(), lastEventId: z.string().optional() }),
  }),
]);

type Call = Extract<z.infer<typeof frame>, { params: object }>;

/** How many calls and streams one socket may have under way: a page has a handful, and answers come in milliseconds. */
const MAX_CALLS = 500;
const MAX_STREAMS = 32;

/**
 * One client's end of tRPC's socket protocol: calls procedures of the router and sends what they answer, and what
 * subscriptions yield, until they end or the socket does.
 *
 * By hand, because tRPC's own handler keeps three times the memory a stream and takes twice the time a message, and does
 * not bound how much a client has under way: docs/decisions/0003-own-socket-protocol.md.
 *
 * @see https://trpc.io/docs/server/websockets "Request / response schema"
 */
export class Wire {
  readonly #socket: WebSocket;
  readonly #context: RequestContext;
  readonly #streams = new Map<number, AbortController>();
  #calls = 0;

  constructor(socket: WebSocket, context: RequestContext) {
    this.#socket = socket;
    this.#context = context;
    socket.on("message", (data, isBinary) => this.#receive(isBinary ? "" : String(data)));
    socket.once("close", () => this.#closed());
    // An error is followed by the close.
    socket.on("error", () => {});
  }

  /** Asks the client to go elsewhere. */
  askToMove(): void {
    this.#send({ id: null, method: "reconnect" });
  }

  #receive(text: string): void {
    const parsed = text === "PING" ? null : frame.safeParse(parseJson(text));
    if (!parsed) this.#socket.send("PONG");
    else if (!parsed.success) this.#refuse({ id: null, method: "query", path: "" }, "PARSE_ERROR");
    else if (parsed.data.method === "subscription.stop") this.#streams.get(parsed.data.id)?.abort();
    else void this.#answer(parsed.data);
  }

  async #answer(call: Call): Promise<void> {
    const { id, method } = call;
    const { path } = call.params;
    if (this.#calls >= MAX_CALLS) return this.#refuse({ id, method, path }, "TOO_MANY_REQUESTS");
    this.#calls++;
    try {
      if (method === "subscription") await this.#follow(call);
      else this.#send({ id, result: { type: "data", data: await this.#call(call, undefined) } });
    } catch (error) {
      this.#fail({ id, method, path }, getTRPCErrorFromUnknown(asTrpcError(error)));
    } finally {
      this.#calls--;
    }
  }

  async #follow(call: Call): Promise<void> {
    const { id } = call;
    if (this.#streams.has(id)) throw new TRPCError({ code: "BAD_REQUEST", message: "the id is in use" });
    if (this.#streams.size >= MAX_STREAMS) throw new TRPCError({ code: "TOO_MANY_REQUESTS" });
    const stop = new AbortController();
    this.#streams.set(id, stop);
    try {
      const items = (await this.#call(call, stop.signal)) as AsyncIterable<unknown>;
      this.#send({ id, result: { type: "started" } });
      for await (const item of items) {
        if (stop.signal.aborted) break;
        this.#send({ id, result: isTrackedEnvelope(item) ? resumed(item) : { type: "data", data: item } });
        if (this.#socket.bufferedAmount > MAX_BUFFERED && !(await keepsUp(this.#socket))) break;
      }
      this.#send({ id, result: { type: "stopped" } });
    } finally {
      this.#streams.delete(id);
    }
  }

  #call({ method, params }: Call, signal: AbortSignal | undefined): Promise<unknown> {
    const { path, input, lastEventId } = params;
    const whole = lastEventId !== undefined && typeof input === "object" ? { ...input, lastEventId } : input;
    const getRawInput = () => Promise.resolve(whole);
    const call = { router: appRouter, path, getRawInput, ctx: this.#context, type: method, signal, batchIndex: 0 };
    return callTRPCProcedure(call);
  }

  #refuse(call: Failed, code: TRPCError["code"]): void {
    this.#fail(call, new TRPCError({ code }));
  }

  #fail({ id, method, path }: Failed, error: TRPCError): void {
    if (error.code === "INTERNAL_SERVER_ERROR") logError(path, error.cause ?? error);
    const about = { config: appRouter._def._config, type: method, path, input: undefined, ctx: this.#context };
    this.#send({ id, error: getTRPCErrorShape({ ...about, error }) });
  }

  #send(message: object): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #closed(): void {
    for (const stop of this.#streams.values()) stop.abort();
  }
}

interface Failed {
  id: number | null;
  method: Method;
  path: string;
}

function resumed([id, data]: [string, unknown, ...unknown[]]) {
  return { type: "data", id, data: { id, data } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
