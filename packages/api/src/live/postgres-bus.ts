import { randomUUID } from "node:crypto";
import pg from "pg";
import { isConnectionLost } from "../core/errors.ts";
import type { Wake } from "./bus.ts";
import { LocalBus } from "./local-bus.ts";

const CHANNEL = "mintreu";
/** A notification's payload must stay below 8000 bytes. https://www.postgresql.org/docs/18/sql-notify.html */
const MAX_PAYLOAD = 7_900;
/** After a notification, the next waits this long (ms) for what else comes: alone it goes at once, in a stream together. */
const GATHER = 10;
/** How many wake-ups may wait while the database is away; what is dropped, sweeping finds. */
const MAX_WAITING = 10_000;

interface Packet {
  /** The process it comes from, which has delivered it already. */
  origin: string;
  wakes: Wake[];
}

/**
 * Wake-ups by PostgreSQL's NOTIFY, on a connection of its own and after the commit: inside the writing transaction it
 * takes a lock on the whole database. Whatever gathers while one statement is under way leaves in the next.
 */
export class PostgresBus extends LocalBus {
  readonly #url: string;
  readonly #origin = randomUUID();
  #client: pg.Client | null = null;
  #waiting: Wake[] = [];
  #sending = false;
  #sentAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #retry: NodeJS.Timeout | null = null;

  private constructor(url: string) {
    super();
    this.#url = url;
  }

  /** Connects and listens; later losses of the connection are mended by itself. */
  static async connect(url: string): Promise<PostgresBus> {
    const bus = new PostgresBus(url);
    await bus.#listen();
    return bus;
  }

  override publish(wake: Wake): void {
    this.deliver(wake);
    if (this.#closed) return;
    if (this.#waiting.length < MAX_WAITING) this.#waiting.push(wake);
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        void this.#send();
      },
      Math.max(0, GATHER - (performance.now() - this.#sentAt)),
    );
  }

  override async close(): Promise<void> {
    this.#closed = true;
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#timer) clearTimeout(this.#timer);
    await super.close();
    await this.#client?.end().catch(() => {});
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, application_name: "mintreu bus" });
    client.on("error", () => this.#lost(client));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ payload }) => this.#receive(payload ?? ""));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    if (this.#closed) return client.end();
    this.#client = client;
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = null;
    this.#reconnect(100);
  }

  #reconnect(delay: number): void {
    this.#retry = setTimeout(
      async () => {
        try {
          await this.#listen();
          this.gap();
          void this.#send();
        } catch {
          if (!this.#closed) this.#reconnect(Math.min(delay * 2, 2_000));
        }
      },
      delay * (0.75 + Math.random() / 2),
    );
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#client && this.#waiting.length > 0) {
      const wakes = this.#waiting;
      this.#waiting = [];
      this.#sentAt = performance.now();
      try {
        await this.#client.query({
          name: "notify",
          text: `SELECT pg_notify('${CHANNEL}', payload) FROM unnest($1::text[]) AS payload`,
          values: [pack(this.#origin, wakes)],
        });
      } catch (error) {
        // The next connection sends them: some are of a kind that no sweep finds.
        if (isConnectionLost(error)) this.#waiting = [...wakes, ...this.#waiting].slice(0, MAX_WAITING);
        break;
      }
    }
    this.#sending = false;
  }

  #receive(payload: string): void {
    const packet: Packet = JSON.parse(payload);
    if (packet.origin === this.#origin) return;
    for (const wake of packet.wakes) this.deliverForeign(wake);
  }
}

/** As few payloads as hold the wake-ups; one too big for a payload travels without its events. */
function pack(origin: string, wakes: readonly Wake[]): string[] {
  const payloads: string[] = [];
  let parts: string[] = [];
  let size = 0;
  const flush = () => {
    if (parts.length > 0) payloads.push(`{"origin":"${origin}","wakes":[${parts.join(",")}]}`);
    parts = [];
    size = 0;
  };
  for (const wake of wakes) {
    const part = fitting(wake);
    if (size + part.length > MAX_PAYLOAD - 100) flush();
    parts.push(part);
    size += part.length + 1;
  }
  flush();
  return payloads;
}

function fitting(wake: Wake): string {
  const whole = asciiJson(wake);
  if (whole.length <= MAX_PAYLOAD - 100 || wake.kind !== "events") return whole;
  return asciiJson({ ...wake, events: [] });
}

/** JSON in ASCII, so that its length is its size in bytes. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
