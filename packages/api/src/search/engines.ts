import { logError } from "../core/log.ts";
import type { EngineQuery, EngineResult, LikeHit, LikeQuery, OwnEngine, SearchEngine } from "./engine.ts";

/** What was found, and who found it. */
export interface Searched extends EngineResult {
  engine: SearchEngine["name"];
  /** The engine that was set did not answer. */
  degraded: boolean;
}

/** How long (ms) an answer of another server is waited for; people are typing. */
const PATIENCE = 500;
/** After a failure, how long (ms) it is not asked again. */
const REST = 5_000;

/** The engines of a process: the one in the database, which is always kept, and another where one is set. */
export class Engines {
  readonly own: OwnEngine;
  readonly other: SearchEngine | null;
  #restsUntil = 0;

  constructor(own: OwnEngine, other: SearchEngine | null) {
    this.own = own;
    this.other = other;
  }

  /** Asks the engine that is set; the database while it does not answer. */
  async search(query: EngineQuery): Promise<Searched> {
    const { other, own } = this;
    const found = other && (await this.#askOther(other, () => other.search(query)));
    if (found) return { ...found, engine: other.name, degraded: false };
    return { ...(await own.search(query)), engine: own.name, degraded: other !== null };
  }

  /** The same for what is like a text. */
  async like(query: LikeQuery): Promise<LikeHit[]> {
    const { other, own } = this;
    return (other && (await this.#askOther(other, () => other.like(query)))) ?? own.like(query);
  }

  /** @returns null when it does not answer in time, or lately did not. */
  async #askOther<Answer>(other: SearchEngine, ask: () => Promise<Answer>): Promise<Answer | null> {
    if (performance.now() < this.#restsUntil) return null;
    try {
      return await inTime(ask());
    } catch (error) {
      this.#restsUntil = performance.now() + REST;
      logError(`search: ${other.name} does not answer, PostgreSQL does`, error);
      return null;
    }
  }
}

function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
