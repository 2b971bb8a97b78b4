import { type Operation, TRPCClientError, type TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { type Observer, observable } from "@trpc/server/observable";
import { type ConnectionState, type Frame, Socket } from "./socket.ts";

type Sink = Observer<
  { result: { type: "data"; id?: string; data: unknown } | { type: "started" | "stopped" } },
  TRPCClientError<AnyRouter>
>;

/** A call that waits for its answer, or a subscription that goes on. */
interface Waiting {
  op: Operation;
  sink: Sink;
  lastEventId?: string;
  /** Runs while a subscription that ended by a fault of the server waits for another try. */
  retry?: ReturnType<typeof setTimeout> | undefined;
}

/** The live connection of a page: a link for tRPC, and how it stands. */
export interface LiveConnection {
  /** Ends the chain for everything while the socket is open, and for subscriptions always. */
  link<Router extends AnyRouter>(): TRPCLink<Router>;
  readonly state: ConnectionState;
  onState(listener: (state: ConnectionState) => void): () => void;
  close(): void;
}

interface Options {
  url: () => string;
  WebSocket?: typeof WebSocket;
}

/** An answer may never come: the connection went while the call was under way. It may have been done or not. */
const CONNECTION_LOST = "CONNECTION_LOST";

/** How long (ms), on average, a subscription that ended by a fault of the server waits before it is asked for again. */
const RETRY_AFTER = 1_000;

/**
 * Speaks tRPC's socket protocol: calls go out at once (the stock `wsLink` waits for a timer before each), and
 * subscriptions resume after their last event when the connection is back.
 *
 * @see https://trpc.io/docs/server/websockets "Request / response schema"
 */
export function liveConnection(options: Options): LiveConnection {
  const waiting = new Map<number, Waiting>();
  const socket = new Socket({
    ...options,
    onOpen: () => {
      for (const [id, one] of waiting) ask(id, one);
    },
    onFrame: (frame) => receive(waiting, frame, ask),
    onClose: () => failCalls(waiting),
  });
  const ask = (id: number, one: Waiting) => {
    clearTimeout(one.retry);
    one.retry = undefined;
    socket.send(request(id, one));
  };
  const start = (op: Operation, sink: Sink) => {
    const one: Waiting = { op, sink };
    waiting.set(op.id, one);
    ask(op.id, one);
    return () => {
      clearTimeout(one.retry);
      if (waiting.delete(op.id) && op.type === "subscription") socket.send({ id: op.id, method: "subscription.stop" });
    };
  };
  return {
    link: () => () => {
      return ({ op, next }) => {
        // Without a socket a call goes over HTTP: the next link.
        if (op.type !== "subscription" && socket.state !== "open") return next(op);
        return observable((sink) => start(op, sink as Sink));
      };
    },
    get state() {
      return socket.state;
    },
    onState: (listener) => socket.onState(listener),
    close: () => socket.close(),
  };
}

function request(id: number, { op, lastEventId }: Waiting): Frame {
  const params = { path: op.path, input: op.input, ...(lastEventId === undefined ? {} : { lastEventId }) };
  return { id, method: op.type, params };
}

function receive(
  waiting: Map<number, Waiting>,
  { id, result, error }: Frame,
  ask: (id: number, one: Waiting) => void,
): void {
  const one = typeof id === "number" ? waiting.get(id) : undefined;
  if (!one || typeof id !== "number") return;
  // The server says "stopped" after an error, too.
  if (one.retry) return;
  if (error && one.op.type === "subscription" && isFaultOfServer(error)) {
    one.retry = setTimeout(() => ask(id, one), RETRY_AFTER * (0.5 + Math.random()));
    return;
  }
  if (error) {
    waiting.delete(id);
    one.sink.error(TRPCClientError.from({ error } as Parameters<typeof TRPCClientError.from>[0]));
    return;
  }
  if (result?.type === "stopped") {
    waiting.delete(id);
    one.sink.complete();
    return;
  }
  if (result?.id !== undefined) one.lastEventId = result.id;
  if (one.op.type === "subscription") {
    one.sink.next({ result: result?.type === "started" ? { type: "started" } : { type: "data", data: result?.data } });
    return;
  }
  waiting.delete(id);
  one.sink.next({ result: { type: "data", data: result?.data } });
  one.sink.complete();
}

/** Whether the same may go well later: the database was away, or something of ours is broken. */
function isFaultOfServer({ data }: NonNullable<Frame["error"]>): boolean {
  const status = typeof data === "object" && data !== null && "httpStatus" in data ? data.httpStatus : 0;
  return Number(status) >= 500;
}

/** Calls have lost their answer; subscriptions wait for the next connection. */
function failCalls(waiting: Map<number, Waiting>): void {
  for (const [id, { op, sink }] of waiting) {
    if (op.type === "subscription") continue;
    waiting.delete(id);
    sink.error(new TRPCClientError(CONNECTION_LOST));
  }
}
