import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { TRPCClientError } from "@trpc/client";
import type { ViewEvent } from "../conversations/events.ts";
import type { TestClient } from "./client.ts";

/** A message on its way, as a composer keeps it until it is acknowledged. */
export interface Sending {
  acknowledged: ViewEvent;
  /** How often it was sent before an answer came. */
  attempts: number;
  /** How long (ms) that took. */
  took: number;
}

/**
 * Sends a message until it is acknowledged, always with the same client id, as our composer does.
 *
 * @throws what the server refuses for good: an answer that no retry mends.
 */
export async function sendUntilAcknowledged(
  client: Pick<TestClient, "trpc">,
  { id, body, within = 30_000 }: { id: string; body: string; within?: number },
): Promise<Sending> {
  const clientId = randomUUID();
  const started = performance.now();
  for (let attempts = 1; ; attempts++) {
    try {
      const acknowledged = await client.trpc.conversations.reply.mutate({ id, clientId, body });
      return { acknowledged, attempts, took: performance.now() - started };
    } catch (error) {
      if (!mayRetry(error) || performance.now() - started > within) throw error;
      await pause(20 + Math.random() * 80);
    }
  }
}

/** Whether nothing was refused: no answer came, or one that says "later". */
function mayRetry(error: unknown): boolean {
  return error instanceof TRPCClientError && (!error.data || error.data.domain?.code === "UNAVAILABLE");
}
