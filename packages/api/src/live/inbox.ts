/** Beyond this, single wake-ups are not worth keeping: one look at the database replaces them. */
const MAX_WAITING = 512;

/**
 * What arrived for one stream and was not handled yet. A small queue by hand: `events.on` costs twice the memory a stream.
 */
export class Inbox<Item> {
  #items: Item[] = [];
  #wake: (() => void) | null = null;
  #overflowed = false;
  #closed = false;

  /** @param signal ends it: a generator that waits here would not notice its own `return`. */
  constructor(signal?: AbortSignal) {
    if (signal?.aborted) this.#closed = true;
    else signal?.addEventListener("abort", () => this.#close(), { once: true });
  }

  push(item: Item): void {
    if (this.#items.length < MAX_WAITING) this.#items.push(item);
    else this.#overflowed = true;
    this.#wake?.();
  }

  /**
   * Waits until something is there and takes all of it.
   *
   * @returns null at the end; `overflowed` when items were dropped, so that the reader looks for itself.
   */
  async take(): Promise<{ items: Item[]; overflowed: boolean } | null> {
    if (this.#items.length === 0 && !this.#overflowed && !this.#closed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
    if (this.#closed) return null;
    const taken = { items: this.#items, overflowed: this.#overflowed };
    this.#items = [];
    this.#overflowed = false;
    return taken;
  }

  #close(): void {
    this.#closed = true;
    this.#wake?.();
  }
}
