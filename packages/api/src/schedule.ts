import type { System } from "./core/system.ts";
import { deleteExpired } from "./people/delete-expired.ts";

/** Something that happens again and again. */
interface Recurring {
  everySeconds: number;
  run(system: System): Promise<void>;
}

/** Every recurring job, in one list. */
export const SCHEDULE: readonly Recurring[] = [{ everySeconds: 3600, run: deleteExpired }];
