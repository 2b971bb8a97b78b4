import { tracked } from "@trpc/server";
import type { WebSocket } from "ws";

/** What may wait in a socket's buffer, in bytes. One that reads slower is closed, and resumes where it was. */
const MAX_BUFFERED = 1_048_576;
/** "Try again later": https://www.iana.org/assignments/websocket/websocket.xhtml */
const TRY_AGAIN_LATER = 1013;

/** Passes items on while their reader keeps up. */
export async function* bounded<Item>(items: AsyncIterable<Item>, socket: WebSocket | null): AsyncGenerator<Item> {
  for await (const item of items) {
    yield item;
    if (!socket || socket.bufferedAmount <= MAX_BUFFERED) continue;
    socket.close(TRY_AGAIN_LATER);
    // A close frame waits behind the same buffer: nothing but ending the connection frees it.
    socket.terminate();
    return;
  }
}

/** Marks what was sent with the number that its reader resumes from. */
export async function* resumable<Item>(items: AsyncIterable<{ seq: number; item: Item }>) {
  for await (const { seq, item } of items) yield tracked(String(seq), item);
}
