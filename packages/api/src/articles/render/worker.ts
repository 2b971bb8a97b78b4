import { parentPort } from "node:worker_threads";
import type { RenderTask } from "./in-worker.ts";
import { toHtml } from "./to-html.ts";

/** Longest HTML that is kept: ten times the longest text. */
const MAX_HTML = 2_000_000;

parentPort?.on("message", (task: RenderTask) => parentPort?.postMessage(tryToRender(task)));
parentPort?.postMessage("ready");

function tryToRender(task: RenderTask) {
  try {
    const rendered = toHtml(task.markdown, task.sizes);
    return rendered.html.length > MAX_HTML ? null : rendered;
  } catch (error) {
    // Nested so deep that the stack ended. Anything else is a mistake of ours and must be seen.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
