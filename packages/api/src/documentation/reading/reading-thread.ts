import { Worker } from "node:worker_threads";
import { FetchError } from "../../core/guarded-fetch.ts";
import type { CallName, InputOf, ResultOf } from "./calls.ts";

/** A page that takes longer (ms) was written to do so. */
const LONGEST = 3_000;
/** To load what it needs (ms), on a machine that is busy. */
const START = 30_000;
const MEMORY = { maxOldGenerationSizeMb: 256, stackSizeMb: 4 };

/** What comes back from the thread: first that it is there, then an answer to each call. */
type Answer = "ready" | { result: unknown } | "unreadable";

/**
 * Reads what others' servers sent in a thread of its own, so that nothing they send can hold up or bring down the process.
 * It is ended, and begun anew for the next call, when it takes too long or too much memory.
 */
export class ReadingThread {
  #worker: Worker | null = null;
  #settle: (answer: Answer | "over") => void = () => {};
  readonly #longest: number;

  /** @param longest a call may take (ms). */
  constructor(longest = LONGEST) {
    this.#longest = longest;
  }

  /** One call at a time. @throws FetchError `unreadable` */
  async call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<ResultOf<Name>> {
    this.#worker ??= await this.#begin();
    const answer = await this.#answer(this.#longest, () => this.#worker?.postMessage({ name, input }));
    if (answer === "over") await this.close();
    if (typeof answer === "string") throw new FetchError("unreadable");
    return answer.result as ResultOf<Name>;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  /** A thread that has loaded what it needs: the time of a call does not count that. */
  async #begin(): Promise<Worker> {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { resourceLimits: MEMORY });
    worker.on("message", (answer: Answer) => this.#settle(answer));
    // Out of memory comes as an error, and then as an exit.
    worker.on("error", () => this.#settle("over"));
    worker.on("exit", () => this.#settle("over"));
    const answer = await this.#answer(START, () => {});
    if (answer === "ready") return worker;
    await worker.terminate();
    throw new Error("the thread that reads documentation does not start");
  }

  #answer(within: number, ask: () => void): Promise<Answer | "over"> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle("over"), within);
      this.#settle = (answer) => {
        clearTimeout(timer);
        this.#settle = () => {};
        resolve(answer);
      };
      ask();
    });
  }
}
