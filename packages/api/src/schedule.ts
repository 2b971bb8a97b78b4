import { refreshSums } from "./articles/refresh-sums.ts";
import { remindOwners } from "./articles/remind.ts";
import type { System } from "./core/system.ts";
import { checkDue } from "./documentation/check-due.ts";
import { sweepFiles } from "./files/sweep.ts";
import { deleteExpired } from "./people/delete-expired.ts";
import { deleteOldSearches } from "./search/log/delete-old.ts";

/** Something that happens again and again. */
interface Recurring {
  everySeconds: number;
  run(system: System): Promise<void>;
}

/** Every recurring job, in one list. */
export const SCHEDULE: readonly Recurring[] = [
  { everySeconds: 300, run: checkDue },
  { everySeconds: 900, run: refreshSums },
  { everySeconds: 3600, run: deleteExpired },
  { everySeconds: 3600, run: deleteOldSearches },
  { everySeconds: 3600, run: remindOwners },
  { everySeconds: 3600, run: sweepFiles },
];
