import { setTimeout as pause } from "node:timers/promises";

/** What a server process has used so far. */
export interface Usage {
  /** User and system time, in microseconds. */
  cpu: number;
  /** Resident memory once garbage was collected and given back, in bytes. */
  memory: number;
}

/** Answers, over IPC, what this process has used. */
export function answerUsage(): void {
  process.on("message", async (message) => {
    const { user, system } = process.cpuUsage();
    if (message === "memory") await collect();
    process.send?.({ usage: { cpu: user + system, memory: process.memoryUsage().rss } satisfies Usage });
  });
  process.on("disconnect", () => process.exit(0));
}

/** One collection leaves pages that the next gives back to the system. */
async function collect(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await pause(250);
  }
}
