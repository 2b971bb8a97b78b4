import { visibleTo } from "../conversations/access.ts";
import type { Actor } from "../core/actor.ts";
import type { System } from "../core/system.ts";

/** How often (ms) streams are checked against the database for wake-ups that the bus lost. */
const INTERVAL = 5_000;

/** An open stream of one conversation. */
export interface Swept {
  readonly conversationId: string;
  /** The last event it has sent. */
  readonly seq: number;
  readonly viewer: Pick<Actor, "personId" | "app">;
  /** Called when the viewer may no longer see the conversation. */
  shut(): void;
  /** Called when the database has more than it sent. */
  behind(): void;
}

/** The streams, by their places, whose viewer may no longer see what they send. */
const SHUT = `
  SELECT q.i::int AS place FROM unnest($1::uuid[], $2::uuid[], $3::text[]) WITH ORDINALITY AS q (conversation, person, app, i)
  LEFT JOIN conversation c ON c.id = q.conversation
  WHERE c.id IS NULL OR NOT ${visibleTo({ person: "q.person", app: "q.app" })}`;

/** Finds what the bus lost, news and revocations: two statements for all streams of the process. */
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
    await this.#sweepAccess();
    const ids = [...new Set([...this.#streams].map((stream) => stream.conversationId))];
    const { rows } = await this.#system()
      .db.pool.query<{ id: string; seq: number }>("SELECT id, seq FROM conversation WHERE id = ANY ($1::uuid[])", [ids])
      .catch(() => ({ rows: [] }));
    const seqs = new Map(rows.map((row) => [row.id, row.seq]));
    for (const stream of this.#streams) {
      if ((seqs.get(stream.conversationId) ?? 0) > stream.seq) stream.behind();
    }
  }

  async #sweepAccess(): Promise<void> {
    const streams = [...this.#streams];
    const places = [
      streams.map((stream) => stream.conversationId),
      streams.map(({ viewer }) => viewer.personId),
      streams.map(({ viewer }) => viewer.app),
    ];
    const { rows } = await this.#system()
      .db.pool.query<{ place: number }>(SHUT, places)
      .catch(() => ({ rows: [] }));
    for (const { place } of rows) streams[place - 1]?.shut();
  }
}
