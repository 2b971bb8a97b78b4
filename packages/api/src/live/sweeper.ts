import type { System } from "../core/system.ts";

/** How often (ms) streams are checked against the database for wake-ups that the bus lost. */
const INTERVAL = 5_000;

/** An open stream of one conversation. */
export interface Swept {
  readonly conversationId: string;
  /** The last event it has sent. */
  readonly seq: number;
  /** Called when the database has more than it sent. */
  behind(): void;
}

/** Finds what the bus lost: one statement for all streams of the process. */
export class Sweeper {
  readonly #system: () => System;
  readonly #streams = new Set<Swept>();
  #timer: NodeJS.Timeout | null = null;

  constructor(system: () => System) {
    this.#system = system;
  }

  /** @returns a function that ends it. */
  watch(stream: Swept): () => void {
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => void this.sweep(), INTERVAL).unref();
    return () => {
      this.#streams.delete(stream);
      if (this.#streams.size > 0 || !this.#timer) return;
      clearInterval(this.#timer);
      this.#timer = null;
    };
  }

  /** Compares every stream with the database now. A database that is away is asked again with the next sweep. */
  async sweep(): Promise<void> {
    const ids = [...new Set([...this.#streams].map((stream) => stream.conversationId))];
    const { rows } = await this.#system()
      .db.pool.query<{ id: string; seq: number }>("SELECT id, seq FROM conversation WHERE id = ANY ($1::uuid[])", [ids])
      .catch(() => ({ rows: [] }));
    const seqs = new Map(rows.map((row) => [row.id, row.seq]));
    for (const stream of this.#streams) {
      if ((seqs.get(stream.conversationId) ?? 0) > stream.seq) stream.behind();
    }
  }
}
