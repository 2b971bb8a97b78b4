import { setTimeout as pause } from "node:timers/promises";
import { FetchError, type GuardedAnswer, guardedFetch, type Network } from "../../core/guarded-fetch.ts";
import { LIMITS, USER_AGENT } from "../site.ts";
import { ReadingThread } from "./reading-thread.ts";
import { decoded } from "./text-of.ts";

/** How long (ms) is waited before each request, and the most that a site may ask for. */
const PAUSE = 1_000;
const LONGEST_PAUSE = 10_000;

/** How a site is reached; tests have a network of their own, and no time. */
export interface Reach {
  network?: Network;
  pauseMs?: number;
}

interface Asked {
  maxBytes: number;
  headers?: Record<string, string>;
  /** Redirects to elsewhere, and to what robots.txt forbids, are not followed. */
  obedient?: boolean;
}

/** A visit to one site: what is asked of it, in peace and by its rules. Close it in the end. */
export class SiteVisit {
  readonly thread = new ReadingThread();
  readonly #home: URL;
  readonly #reach: Reach;
  #pause: number;
  #robots = "";

  constructor(home: URL, reach: Reach) {
    this.#home = home;
    this.#reach = reach;
    this.#pause = reach.pauseMs ?? PAUSE;
  }

  /**
   * Reads the site's robots.txt; call it first. Without one everything may be read; when it cannot be had, nothing.
   *
   * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
   * @throws FetchError
   */
  async begin(): Promise<{ closed: boolean }> {
    const answer = await this.#ask(new URL("/robots.txt", this.#home), { maxBytes: LIMITS.robotsBytes });
    if (answer.status >= 500 || answer.status === 429) return { closed: true };
    this.#robots = answer.status === 200 ? decoded(answer) : "";
    const { delay } = await this.#consult([]);
    if (delay !== null && this.#reach.pauseMs === undefined) {
      this.#pause = Math.min(Math.max(delay * 1000, PAUSE), LONGEST_PAUSE);
    }
    return { closed: false };
  }

  /** Those of the addresses that are of this site and may be read, each once. */
  async allowed(addresses: readonly string[]): Promise<string[]> {
    const own = addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address));
    const urls = own.filter((url) => this.isOwn(url)).map((url) => withoutHash(url));
    return (await this.#consult([...new Set(urls)])).allowed;
  }

  /** Whether an address is of the same host and port. Its protocol may differ: many lists still say http. */
  isOwn(url: URL): boolean {
    return url.host === this.#home.host && (url.protocol === "http:" || url.protocol === "https:");
  }

  /** Waits its turn, then asks. @throws FetchError */
  async get(url: URL, asked: Asked): Promise<GuardedAnswer> {
    await pause(this.#pause);
    return this.#ask(url, asked);
  }

  close(): Promise<void> {
    return this.thread.close();
  }

  #consult(urls: string[]) {
    const url = new URL("/robots.txt", this.#home).href;
    return this.thread.call("robots", { text: this.#robots, url, urls });
  }

  #ask(url: URL, { maxBytes, headers, obedient }: Asked): Promise<GuardedAnswer> {
    const { timeoutMs, redirects } = LIMITS;
    const mayFollow = async (to: URL) => !obedient || (await this.allowed([to.href])).length === 1;
    const request = { maxBytes, timeoutMs, redirects, mayFollow, headers: { "user-agent": USER_AGENT, ...headers } };
    return guardedFetch(url, request, this.#reach.network);
  }
}

function withoutHash(url: URL): string {
  url.hash = "";
  return url.href;
}

/** @throws FetchError for an answer that says that there is nothing. */
export function expectOk(answer: GuardedAnswer): void {
  if (answer.status !== 200) throw new StatusError(answer.status);
}

/** A site answered, and said no. */
class StatusError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`status ${status}`);
    this.name = "StatusError";
    this.status = status;
  }
}

/** What is wrong with a site, in the word that is kept; anything else is a mistake of ours and thrown on. */
export function problemOf(error: unknown): string {
  if (error instanceof FetchError) return error.problem;
  if (error instanceof StatusError) return String(error.status);
  throw error;
}
