import { setImmediate as nextTurn } from "node:timers/promises";

/** How long (ms) is worked before others get their turn. */
const TURN = 8;

/** Keeps long work from holding up everything else in the process: await `take` between its steps. */
export class Breath {
  #since = performance.now();

  /** Lets others go first when it is their turn. */
  take(): Promise<void> | undefined {
    return performance.now() - this.#since < TURN ? undefined : this.#pause();
  }

  async #pause(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
