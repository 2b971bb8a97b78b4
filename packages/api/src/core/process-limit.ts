import { DomainError } from "./errors.ts";

/** What is counted at once: it must not be what fills the memory. */
const MOST_KEYS = 10_000;

interface Window {
  since: number;
  count: number;
}

/**
 * Counts how often something is done, in windows that start with the first. In this process alone: for what is done so often
 * that writing it down would cost more than doing it. What is rare, or must hold over all processes, is `takeFromLimit`.
 */
export class ProcessLimit {
  readonly #windows = new Map<string, Window>();
  readonly #length: number;

  constructor({ windowSeconds }: { windowSeconds: number }) {
    this.#length = windowSeconds * 1_000;
  }

  /**
   * Counts one try.
   *
   * @param now ms since 1970.
   * @returns seconds after which to try again when there were more than `max`; 0 when not.
   */
  wait(key: string, { max, now }: { max: number; now: number }): number {
    const known = this.#windows.get(key);
    const window = known && now - known.since < this.#length ? known : this.#start(key, now);
    window.count++;
    return window.count <= max ? 0 : Math.ceil((window.since + this.#length - now) / 1_000);
  }

  /**
   * Counts one try.
   *
   * @throws RATE_LIMITED when there were more than `max`.
   */
  take(key: string, counted: { max: number; now: number }): void {
    const retryAfterSeconds = this.wait(key, counted);
    if (retryAfterSeconds > 0) throw new DomainError("RATE_LIMITED", { retryAfterSeconds });
  }

  #start(key: string, now: number): Window {
    const window = { since: now, count: 0 };
    this.#windows.delete(key);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= MOST_KEYS && oldest !== undefined) this.#windows.delete(oldest);
    this.#windows.set(key, window);
    return window;
  }
}
