import type { WebSocket } from "ws";
import type { System } from "../core/system.ts";
import { endedAmong } from "../people/sessions.ts";

/** The session is over; a client does not try again. 4000–4999 are for applications: RFC 6455 §7.4.2. */
export const SESSION_ENDED = 4401;
/** How often (ms) sessions are checked for an end that the bus lost, or that is a matter of time. */
const SWEEP = 1_500;

/**
 * Which sockets belong to which session: a socket's context is made once, so its session's end has to be looked for.
 */
export class SessionSockets {
  readonly #system: System;
  readonly #bySession = new Map<string, Set<WebSocket>>();
  readonly #leave = new Map<string, () => void>();
  readonly #timer: NodeJS.Timeout;
  readonly #endGap: () => void;

  constructor(system: System) {
    this.#system = system;
    this.#timer = setInterval(() => void this.#sweep(), SWEEP).unref();
    this.#endGap = system.bus.onGap(() => void this.#sweep());
  }

  add(sessionId: string, socket: WebSocket): void {
    const sockets = this.#bySession.get(sessionId) ?? new Set();
    this.#bySession.set(sessionId, sockets.add(socket));
    if (!this.#leave.has(sessionId)) {
      this.#leave.set(
        sessionId,
        this.#system.bus.subscribe(`session:${sessionId}`, () => this.#end(sessionId)),
      );
    }
    socket.once("close", () => this.#remove(sessionId, socket));
  }

  /** How many sockets a session has open. */
  countOf(sessionId: string): number {
    return this.#bySession.get(sessionId)?.size ?? 0;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#endGap();
  }

  #remove(sessionId: string, socket: WebSocket): void {
    const sockets = this.#bySession.get(sessionId);
    sockets?.delete(socket);
    if (sockets?.size !== 0) return;
    this.#bySession.delete(sessionId);
    this.#leave.get(sessionId)?.();
    this.#leave.delete(sessionId);
  }

  #end(sessionId: string): void {
    for (const socket of this.#bySession.get(sessionId) ?? []) {
      // After the answer to the call that ended it.
      setImmediate(() => socket.close(SESSION_ENDED));
      // Whoever does not answer the close is not waited for: nothing more is sent to an ended session.
      setTimeout(() => socket.terminate(), 1_000).unref();
    }
  }

  async #sweep(): Promise<void> {
    const ids = [...this.#bySession.keys()];
    if (ids.length === 0) return;
    // A database that is away is asked again with the next sweep.
    const ended = await endedAmong(this.#system, ids).catch(() => []);
    for (const id of ended) this.#end(id);
  }
}
