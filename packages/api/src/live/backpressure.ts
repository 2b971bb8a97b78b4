import { setTimeout as pause } from "node:timers/promises";
import type { WebSocket } from "ws";

/** What a stream lets wait in a socket's buffer, in bytes, before it waits itself: a thousand that stall cost 64 MB. */
export const MAX_BUFFERED = 65_536;
/** How long (ms) it waits for its reader, who is closed then and resumes where they were. */
const PATIENCE = 5_000;
/** What may wait in a socket's buffer at all, answers that somebody asked for and does not read included. */
const MAX_PILED_UP = 16_777_216;
/** "Try again later": https://www.iana.org/assignments/websocket/websocket.xhtml */
const TRY_AGAIN_LATER = 1013;

/**
 * Waits while a reader takes what was sent. A stream that waits gathers little: its inbox is bounded, and what it has to
 * catch up on stays in the database.
 *
 * @returns false when the reader was too slow, and closed, or is gone.
 */
export async function keepsUp(socket: WebSocket): Promise<boolean> {
  const late = performance.now() + PATIENCE;
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > MAX_BUFFERED) {
    if (performance.now() > late) {
      endStalled(socket);
      return false;
    }
    await pause(5);
  }
  return socket.readyState === socket.OPEN;
}

/** Ends a connection whose reader lets too much pile up, whatever it is. */
export function endIfPiledUp(socket: WebSocket): void {
  if (socket.bufferedAmount > MAX_PILED_UP) endStalled(socket);
}

function endStalled(socket: WebSocket): void {
  socket.close(TRY_AGAIN_LATER);
  // A close frame waits behind the same buffer: nothing but ending the connection frees it.
  socket.terminate();
}
