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
export const CONNECTION_LOST = "CONNECTION_LOST";

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
      for (const [id, one] of waiting) socket.send(request(id, one));
    },
    onFrame: (frame) => receive(waiting, frame),
    onClose: () => failCalls(waiting),
  });
  const start = (op: Operation, sink: Sink) => {
    const one: Waiting = { op, sink };
    waiting.set(op.id, one);
    socket.send(request(op.id, one));
    return () => {
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

function receive(waiting: Map<number, Waiting>, { id, result, error }: Frame): void {
  const one = typeof id === "number" ? waiting.get(id) : undefined;
  if (!one || typeof id !== "number") return;
  if (error) {
    // The server will have another try at a subscription that ended by a fault of its own; the next connection asks for it.
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

/** Calls have lost their answer; subscriptions wait for the next connection. */
function failCalls(waiting: Map<number, Waiting>): void {
  for (const [id, { op, sink }] of waiting) {
    if (op.type === "subscription") continue;
    waiting.delete(id);
    sink.error(new TRPCClientError(CONNECTION_LOST));
  }
}
