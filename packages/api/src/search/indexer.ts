import { setTimeout as pause } from "node:timers/promises";
import { likenDue } from "../articles/liken.ts";
import { logError } from "../core/log.ts";
import type { System } from "../core/system.ts";
import { indexPending } from "./indexing/other.ts";
import { indexChanges } from "./indexing/own.ts";
import { fillWhereEmpty } from "./rebuild.ts";

/** How often (ms) is looked for changes when there were none: well within the second in which a change has to be found. */
const PAUSE = 200;
/** After a failure the pauses double up to this (ms). */
const LONGEST_PAUSE = 10_000;

/** Keeps the indexes as things are, and what is like what, until stopped. Any number of processes may. */
export interface RunningIndexer {
  stop(): Promise<void>;
}

/** Starts indexing; an index that was never filled is filled in the background. */
export function startIndexer(system: System): RunningIndexer {
  const { other } = system.engines;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = [
    repeat(signal, "search", () => indexChanges(system)),
    repeat(signal, "related articles", () => likenDue(system)),
    other && repeat(signal, `search ${other.name}`, () => indexPending(system, other)),
    fillWhereEmpty(system, signal).catch((error) => logError("search: filling the index", error)),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** Works again at once while there is more, after a pause when there is not, after a longer one when it fails. */
async function repeat(signal: AbortSignal, name: string, work: () => Promise<boolean>): Promise<void> {
  let wait = PAUSE;
  while (!signal.aborted) {
    try {
      const more = await work();
      wait = PAUSE;
      if (more) continue;
    } catch (error) {
      wait = Math.min(wait * 2, LONGEST_PAUSE);
      logError(name, error);
    }
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}
