import type { Bus, Listener, Wake } from "./bus.ts";

/** The part of every bus that reaches this process. Alone, it is a bus for one process. */
export class LocalBus implements Bus {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #onGap = new Set<() => void>();
  readonly #onForeign = new Set<Listener>();

  publish(wake: Wake): void {
    this.deliver(wake);
  }

  subscribe(topic: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }

  onForeign(listener: Listener): () => void {
    this.#onForeign.add(listener);
    return () => this.#onForeign.delete(listener);
  }

  onGap(listener: () => void): () => void {
    this.#onGap.add(listener);
    return () => this.#onGap.delete(listener);
  }

  /** Hands a wake-up to the followers of its topics, once each. */
  protected deliver(wake: Wake): void {
    const told = new Set<Listener>();
    for (const topic of wake.topics) {
      for (const listener of this.#listeners.get(topic) ?? []) {
        if (told.has(listener)) continue;
        told.add(listener);
        listener(wake);
      }
    }
  }

  /** The same for one that comes from another process. */
  protected deliverForeign(wake: Wake): void {
    for (const listener of this.#onForeign) listener(wake);
    this.deliver(wake);
  }

  protected gap(): void {
    for (const listener of [...this.#onGap]) listener();
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#onGap.clear();
  }
}
