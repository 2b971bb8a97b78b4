import { randomBytes } from "node:crypto";
import type { TypesenseClient } from "./client.ts";
import { collectionNamed } from "./collection.ts";
import { keyOf } from "./keys.ts";

/** For what is done while nobody waits (ms). */
export const PATIENT = 30_000;
/** A rebuild that has said nothing for this long (ms) has died. */
const DEAD = 5 * 60_000;
/** What nobody can hold: no key has an `x` before anything but two digits. */
const NOBODY = "xnobody";
const SIGN_OF_LIFE = "xalive";

interface Alias {
  collection_name: string;
}

/** The collections that count: where searches go, and the one that is being filled. Names, or null. */
export interface Generations {
  live: string | null;
  next: string | null;
}

/**
 * Which collections there are. It is written in Typesense itself, as two aliases, so that every process that writes knows of
 * a rebuild that another one does.
 */
export class GenerationStore {
  readonly #client: TypesenseClient;
  /** The alias that searches ask for. */
  readonly live: string;
  readonly #next: string;

  constructor(client: TypesenseClient, prefix: string) {
    this.#client = client;
    this.live = `${prefix}_search`;
    this.#next = `${prefix}_search_next`;
  }

  async current(): Promise<Generations> {
    const [live, next] = await Promise.all([this.#target(this.live), this.#target(this.#next)]);
    return { live, next };
  }

  /** The live collection; the first one is made when it is needed. */
  async ensureLive(): Promise<Generations & { live: string }> {
    const { live, next } = await this.current();
    if (live) return { live, next };
    await this.#point(this.live, await this.#create());
    // Two processes may do so at once: the alias decides, a rebuild clears away the other's.
    return { live: (await this.#target(this.live)) ?? "", next };
  }

  /** @throws Error when another rebuild is alive. */
  async begin(): Promise<string> {
    const { next } = await this.current();
    if (next && (await this.#isAlive(next))) throw new Error("the search index is being rebuilt already");
    const name = await this.#create();
    await this.signLife(name);
    await this.#point(this.#next, name);
    return name;
  }

  /** Says that the rebuild into a collection still goes on. */
  async signLife(collection: string): Promise<void> {
    const row = { ...tombstone(SIGN_OF_LIFE), updated_at: Math.floor(Date.now() / 1000) };
    const path = `/collections/${collection}/documents`;
    await this.#client.call("POST", path, { query: { action: "upsert" }, body: row, timeoutMs: PATIENT });
  }

  /** Searches ask the filled collection from now on; every other one of ours is dropped. */
  async swap(to: string): Promise<void> {
    if ((await this.current()).next !== to) throw new Error("another rebuild has taken over");
    await this.#point(this.live, to);
    await this.#drop(this.#next);
    const query = { filter_by: `readers:=[${NOBODY}]` };
    await this.#client.call("DELETE", `/collections/${to}/documents`, { query, timeoutMs: PATIENT });
    await this.#clear(to);
  }

  /** The collection that was being filled goes, everything else stays. */
  async abandon(collection: string): Promise<void> {
    if ((await this.#target(this.#next)) === collection) await this.#drop(this.#next);
    await this.#client.find("DELETE", `/collections/${collection}`, { timeoutMs: PATIENT });
  }

  async #target(alias: string): Promise<string | null> {
    const found = await this.#client.find<Alias>("GET", `/aliases/${alias}`, { timeoutMs: PATIENT });
    return found?.collection_name ?? null;
  }

  async #point(alias: string, to: string): Promise<void> {
    await this.#client.call("PUT", `/aliases/${alias}`, { body: { collection_name: to }, timeoutMs: PATIENT });
  }

  async #drop(alias: string): Promise<void> {
    await this.#client.find("DELETE", `/aliases/${alias}`, { timeoutMs: PATIENT });
  }

  async #create(): Promise<string> {
    const name = `${this.live}_${Date.now()}_${randomBytes(4).toString("hex")}`;
    await this.#client.call("POST", "/collections", { body: collectionNamed(name), timeoutMs: PATIENT });
    return name;
  }

  async #isAlive(collection: string): Promise<boolean> {
    const path = `/collections/${collection}/documents/${SIGN_OF_LIFE}`;
    const sign = await this.#client.find<{ updated_at: number }>("GET", path, { timeoutMs: PATIENT });
    return sign !== null && Date.now() - sign.updated_at * 1000 < DEAD;
  }

  /** Drops what earlier rebuilds left: a process may have died at any point. */
  async #clear(live: string): Promise<void> {
    const all = await this.#client.call<{ name: string }[]>("GET", "/collections", { timeoutMs: PATIENT });
    for (const { name } of all) {
      if (!name.startsWith(`${this.live}_`) || name === live) continue;
      await this.#client.find("DELETE", `/collections/${name}`, { timeoutMs: PATIENT });
    }
  }
}

/** What stands in a collection that is being filled for a document that is gone: nobody finds it, and nothing older comes over it. */
export function tombstoneOf(documentId: string) {
  return tombstone(keyOf(documentId));
}

function tombstone(id: string) {
  const empty = { title: "", headings: "", body: "", lead: "" };
  return {
    id,
    own_id: "",
    own_group: "",
    kind: NOBODY,
    group: id,
    readers: [NOBODY],
    open: false,
    updated_at: 0,
    ...empty,
  };
}
