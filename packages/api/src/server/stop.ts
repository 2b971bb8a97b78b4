import { logError } from "../core/log.ts";

/** A process that does not stop by itself by then (ms) is ended. */
const PATIENCE = 9_000;

/** Runs once when the process shall stop: by signal, or because the one that started it is gone. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const run = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        logError("stop", error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", run);
  process.once("SIGINT", run);
  process.once("disconnect", run);
}
