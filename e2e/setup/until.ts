import { vi } from "vitest";

/** How long a screen may take before it counts as wrong (ms). */
export const PATIENCE = 10_000;

/** Waits for what must happen; unlike `expect.poll` also in hooks. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const look = async () => {
    if (!(await holds())) throw new Error(`waited in vain for ${what}`);
  };
  await vi.waitFor(look, { timeout: PATIENCE, interval: 25 });
}
