/** What a server process has used so far. */
export interface Usage {
  /** User and system time, in microseconds. */
  cpu: number;
  /** Resident memory after a collection of garbage, in bytes. */
  memory: number;
}

/** Answers, over IPC, what this process has used. */
export function answerUsage(): void {
  process.on("message", (message) => {
    if (message !== "usage") return;
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ usage: { cpu: user + system, memory: process.memoryUsage().rss } satisfies Usage });
  });
  process.on("disconnect", () => process.exit(0));
}
