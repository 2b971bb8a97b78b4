import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { PictureSizes, RenderedArticle } from "../render.ts";

/** What is to be rendered. */
export interface RenderTask {
  markdown: string;
  sizes: PictureSizes;
}

/** Longest that one text may take (ms); the longest of a real help centre takes 60. */
const DEADLINE = 3_000;
/** What a text may need while it is rendered. A few thousand links can repeat one long address a few thousand times. */
const LIMITS = { maxOldGenerationSizeMb: 256, stackSizeMb: 4 };

/** A thread that renders one text after the other. One that a text has ended is started anew with the next. */
export class RenderThread {
  #worker: Promise<Worker> | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /** @returns null for a text that took too long or too much. */
  render(task: RenderTask): Promise<RenderedArticle | null> {
    const rendered = this.#queue.then(() => this.#run(task));
    this.#queue = rendered.catch(() => {});
    return rendered;
  }

  async #run(task: RenderTask): Promise<RenderedArticle | null> {
    this.#worker ??= startWorker();
    const worker = await this.#worker.catch((error) => {
      this.#worker = null;
      throw error;
    });
    // The process may end between two texts, and not during one.
    worker.ref();
    const inTime = new AbortController();
    const timer = setTimeout(() => inTime.abort(), DEADLINE);
    try {
      worker.postMessage(task);
      // Rejects when the thread fails, as it does without memory.
      const [answer] = await once(worker, "message", { signal: inTime.signal });
      worker.unref();
      return answer;
    } catch {
      this.#worker = null;
      // One that is being ended may still say that its memory was not enough.
      worker.on("error", () => {});
      await worker.terminate();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The clock of a text does not run while the thread loads what it needs, which takes its time on a busy machine. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits: LIMITS });
  await once(worker, "message");
  return worker;
}
