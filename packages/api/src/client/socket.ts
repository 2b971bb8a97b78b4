/** How the live connection stands. `offline`: the browser says that there is no network. `ended`: signed out. */
export type ConnectionState = "connecting" | "open" | "offline" | "ended";

/** One frame of tRPC's socket protocol, either way. */
export interface Frame {
  id?: number | null;
  method?: string;
  params?: { path: string; input: unknown; lastEventId?: string };
  result?: { type?: "started" | "data" | "stopped"; id?: string; data?: unknown };
  error?: { message: string; code: number; data?: unknown };
}

interface Options {
  url: () => string;
  onFrame: (frame: Frame) => void;
  onOpen: () => void;
  onClose: () => void;
  /** For tests; the browser's otherwise. */
  WebSocket?: typeof WebSocket;
}

/** Asked this often (ms) whether the other end is there, and given this long to answer: a pulled cable closes nothing. */
const PING_EVERY = 10_000;
const PONG_WITHIN = 5_000;
const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;
/** The server's word that the session is over: server/session-sockets.ts. */
const SESSION_ENDED = 4401;

/**
 * A socket that comes back: it reconnects for ever, each try after a longer random delay, at once when the network returns
 * or the page is looked at again.
 */
export class Socket {
  readonly #options: Options;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  #socket: WebSocket | null = null;
  #state: ConnectionState = "connecting";
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #ping: ReturnType<typeof setInterval> | null = null;
  #pong: ReturnType<typeof setTimeout> | null = null;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    if (typeof window !== "undefined") {
      window.addEventListener("online", this.#wake);
      window.addEventListener("offline", this.#offline);
      document.addEventListener("visibilitychange", this.#wake);
    }
    this.#connect();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** How often in a row it could not connect: after a few, what is to be sent goes over HTTP. */
  get failures(): number {
    return this.#failures;
  }

  /** @returns a function that ends it. */
  onState(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends at once; a frame for which there is no open connection is not sent. */
  send(frame: Frame): boolean {
    if (this.#state !== "open") return false;
    this.#socket?.send(JSON.stringify(frame));
    return true;
  }

  close(): void {
    this.#closed = true;
    if (typeof window !== "undefined") {
      window.removeEventListener("online", this.#wake);
      window.removeEventListener("offline", this.#offline);
      document.removeEventListener("visibilitychange", this.#wake);
    }
    if (this.#retry) clearTimeout(this.#retry);
    this.#drop();
  }

  /** Opens another connection before this one goes, as a server that restarts asks for. */
  move(): void {
    this.#drop();
    this.#later(Math.random() * 1_000);
  }

  #connect(): void {
    this.#retry = null;
    if (this.#closed) return;
    const Implementation = this.#options.WebSocket ?? WebSocket;
    const socket = new Implementation(this.#options.url());
    this.#socket = socket;
    if (this.#state !== "offline") this.#become("connecting");
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#received(String(data));
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) this.#lost(code);
    };
  }

  #opened(): void {
    this.#failures = 0;
    this.#become("open");
    this.#ping = setInterval(() => {
      this.#socket?.send("PING");
      this.#pong = setTimeout(() => this.#lost(0), PONG_WITHIN);
    }, PING_EVERY);
    this.#options.onOpen();
  }

  #received(data: string): void {
    if (this.#pong) clearTimeout(this.#pong);
    this.#pong = null;
    if (data === "PONG") return;
    if (data === "PING") {
      this.#socket?.send("PONG");
      return;
    }
    const frame: Frame = JSON.parse(data);
    if (frame.method === "reconnect") this.move();
    else this.#options.onFrame(frame);
  }

  #lost(code: number): void {
    this.#drop();
    this.#failures++;
    if (code === SESSION_ENDED) {
      this.#closed = true;
      this.#become("ended");
      return;
    }
    const longest = Math.min(FIRST_DELAY * 2 ** this.#failures, LONGEST_DELAY);
    this.#later(longest * (0.5 + Math.random() / 2));
  }

  #later(delay: number): void {
    if (this.#closed) return;
    this.#become(typeof navigator !== "undefined" && navigator.onLine === false ? "offline" : "connecting");
    if (this.#retry) clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), delay);
  }

  /** Lets go of the connection, and tells that what was under way on it has no answer. */
  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (this.#ping) clearInterval(this.#ping);
    if (this.#pong) clearTimeout(this.#pong);
    this.#ping = null;
    this.#pong = null;
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    if (this.#state === "open") this.#become("connecting");
    this.#options.onClose();
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  readonly #wake = (): void => {
    if (!this.#retry || document.visibilityState === "hidden") return;
    clearTimeout(this.#retry);
    this.#connect();
  };

  readonly #offline = (): void => {
    this.#drop();
    this.#later(LONGEST_DELAY);
  };
}
