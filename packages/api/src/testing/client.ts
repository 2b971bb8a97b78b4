import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import WebSocketOfNode from "ws";
import { type LiveConnection, liveConnection } from "../client/live-link.ts";
import type { ConversationState, LiveItem } from "../conversations/events.ts";
import { applyEvent } from "../conversations/events.ts";
import type { Actor } from "../core/actor.ts";
import { sessionCookie } from "../people/sessions.ts";
import type { AppRouter } from "../root.ts";
import { LIVE_PATH } from "../server/attach.ts";
import { TRPC_PATH } from "../server/http-api.ts";
import { type TestServer, tokenOf } from "./world.ts";

/** The real client over a real socket, signed in as someone. */
export interface TestClient {
  trpc: TRPCClient<AppRouter>;
  connection: LiveConnection;
  /** Every socket it opened, for cutting. */
  sockets: WebSocketOfNode[];
  close(): void;
}

/** Connects as someone. */
export function connectAs(server: Pick<TestServer, "url">, actor: Actor): TestClient {
  const headers = headersOf(server, actor);
  const sockets: WebSocketOfNode[] = [];
  const WebSocket = class extends WebSocketOfNode {
    constructor(url: string) {
      super(url, { headers });
      this.on("error", () => {});
      sockets.push(this);
    }
  };
  const url = server.url(actor.app);
  const connection = liveConnection({
    url: () => `${url.replace("http", "ws")}${LIVE_PATH}`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const links = [connection.link<AppRouter>(), httpLink<AppRouter>({ url: url + TRPC_PATH, headers })];
  return { trpc: createTRPCClient<AppRouter>({ links }), connection, sockets, close: () => connection.close() };
}

/** What a browser that is signed in as someone sends along. */
export function headersOf(server: Pick<TestServer, "url">, actor: Actor): Record<string, string> {
  const url = server.url(actor.app);
  return { cookie: `${sessionCookie(actor.app, url)}=${tokenOf(actor)}`, origin: url };
}

/** Over HTTP alone. */
export function httpClientAs(
  server: Pick<TestServer, "url">,
  actor: Actor | null,
  app = actor?.app ?? "customer",
): TRPCClient<AppRouter> {
  const headers = actor ? { ...headersOf(server, actor) } : {};
  return createTRPCClient<AppRouter>({ links: [httpLink<AppRouter>({ url: server.url(app) + TRPC_PATH, headers })] });
}

/** A client that has a conversation open: what it was sent, and the state that adds up to. */
export class Follower {
  readonly items: LiveItem[] = [];
  readonly id: string;
  state: ConversationState;
  error: unknown = null;
  readonly #stop: () => void;
  readonly #waiting = new Set<() => void>();

  constructor(client: TestClient, id: string, start: ConversationState) {
    this.id = id;
    this.state = start;
    const subscription = client.trpc.conversations.live.subscribe(
      { id, lastEventId: String(start.seq) },
      {
        onData: ({ data }) => this.#take(data),
        onError: (error) => {
          this.error = error;
          for (const look of this.#waiting) look();
        },
      },
    );
    this.#stop = () => subscription.unsubscribe();
  }

  /** Opens a conversation as a screen does: fetch, then follow. */
  static async open(client: TestClient, id: string): Promise<Follower> {
    return new Follower(client, id, await client.trpc.conversations.get.query({ id }));
  }

  /** The newest event it has. */
  get position(): number {
    return this.state.seq;
  }

  get texts(): string[] {
    return this.state.events.flatMap((event) => ("body" in event.data ? event.data.body : []));
  }

  /** Resolves as soon as the condition holds. */
  async until(condition: (follower: Follower) => boolean, within = 10_000): Promise<void> {
    if (condition(this)) return;
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new Error(`not within ${within} ms; it has ${JSON.stringify(this.texts.slice(-5))}`));
      const timer = setTimeout(late, within);
      const look = () => {
        if (!condition(this)) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  stop(): void {
    this.#stop();
  }

  #take(item: LiveItem): void {
    this.items.push(item);
    if (item.type === "event") this.state = applyEvent(this.state, item.event);
    if (item.type === "read") {
      const { requesterReadSeq, agentReadSeq } = item;
      this.state = { ...this.state, requesterReadSeq, agentReadSeq };
    }
    for (const look of [...this.#waiting]) look();
  }
}
