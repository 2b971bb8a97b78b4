import type { ViewEvent } from "@mintreu/api/conversations/events";
import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { type OutboxEntry, waitOf } from "./entry.ts";
import { Outbox } from "./Outbox.ts";
import type { OutboxStorage } from "./storage.ts";

/** Storage that outlives outboxes, as IndexedDB outlives tabs. */
function browser(): OutboxStorage & { kept: Map<string, OutboxEntry> } {
  const kept = new Map<string, OutboxEntry>();
  return {
    kept,
    load: async (personId) => [...kept.values()].filter((entry) => entry.personId === personId),
    save: async (entry) => {
      kept.set(entry.clientId, entry);
      return true;
    },
    remove: async ({ clientId }) => void kept.delete(clientId),
  };
}

/** A tab of a person, whose server answers as told; `connect` is the connection coming back. */
function tab(storage: OutboxStorage, answer: (entry: OutboxEntry) => Promise<void> | void, personId = "ann") {
  const asked: string[] = [];
  let connect = () => {};
  const outbox = new Outbox({
    personId,
    storage,
    deliver: async (entry) => {
      asked.push(entry.body);
      await answer(entry);
      return { seq: asked.length, clientId: entry.clientId } as ViewEvent;
    },
    onConnected: (listener) => {
      connect = listener;
      return () => {};
    },
  });
  outbox.open();
  const states = () => outbox.entries.map(({ body, state }) => `${body} ${state}`);
  const write = (body: string, conversationId = "1") => outbox.send({ conversationId, mode: "reply", body });
  return { outbox, asked, states, write, connect: () => connect() };
}

const refused = (code: string, data: object | null = null) => {
  const error = { message: code, code: -1, data: { httpStatus: 412, domain: { code, data } } };
  return TRPCClientError.from({ error } as Parameters<typeof TRPCClientError.from>[0]);
};
const silence = () => Promise.reject(new TRPCClientError("Failed to fetch"));

test("messages of a conversation arrive in the order they were written, one at a time", async () => {
  let open = 0;
  const { write, asked, states } = tab(browser(), async () => {
    open++;
    expect(open).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    open--;
  });
  for (const body of ["one", "two", "three"]) write(body);
  await vi.waitFor(() => expect(states()).toEqual(["one sent", "two sent", "three sent"]));
  expect(asked).toEqual(["one", "two", "three"]);
});

test("what is unsent when a tab closes is sent by the next", async () => {
  const storage = browser();
  const first = tab(storage, silence);
  first.write("kept");
  await vi.waitFor(() => expect(first.states()).toEqual(["kept queued"]));
  const second = tab(storage, () => {});
  await vi.waitFor(() => expect(second.states()).toEqual(["kept sent"]));
  await vi.waitFor(() => expect(storage.kept.size).toBe(0));
});

test("a message is shown and sent before it is written down, and said to wait only after", async () => {
  const storage = browser();
  let write = () => {};
  const slow: OutboxStorage = {
    ...storage,
    save: async (entry) => {
      await new Promise<void>((resolve) => {
        write = resolve;
      });
      return storage.save(entry);
    },
  };
  const { outbox, write: say, asked } = tab(slow, silence);
  const said = () => outbox.entries.map((entry) => [waitOf(entry, true), waitOf(entry, false)]);
  say("hello");
  expect(outbox.entries).toHaveLength(1);
  expect(asked, "at once").toEqual(["hello"]);
  await vi.waitFor(() => expect(outbox.entries[0]?.state).toBe("queued"));
  expect(storage.kept.size).toBe(0);
  expect(said()).toEqual([["sending", "sending"]]);
  write();
  await vi.waitFor(() => expect(said()).toEqual([["sending", "queued"]]));
  expect(storage.kept.size).toBe(1);
  const next = tab(storage, silence);
  await vi.waitFor(() => expect(next.states()).toEqual(["hello queued"]));
  expect(
    next.outbox.entries.map((entry) => waitOf(entry, false)),
    "in the next tab",
  ).toEqual(["queued"]);
});

test("what is one too many at once is said to be, and sent when the server takes it", async () => {
  vi.useFakeTimers();
  try {
    let full = true;
    const { outbox, write, states } = tab(browser(), () => {
      if (full) throw refused("RATE_LIMITED", { retryAfterSeconds: 20 });
    });
    write("one");
    write("two");
    await vi.advanceTimersByTimeAsync(19_000);
    expect(outbox.entries.map((entry) => waitOf(entry, true))).toEqual(["limited", "sending"]);
    full = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states()).toEqual(["one sent", "two sent"]);
  } finally {
    vi.useRealTimers();
  }
});

test("where the browser keeps nothing, that is said, and the message is sent from this tab", async () => {
  let down = true;
  const nowhere: OutboxStorage = { ...browser(), save: async () => false };
  const { outbox, write, states, connect } = tab(nowhere, () => (down ? silence() : undefined));
  write("hello");
  await vi.waitFor(() => expect(outbox.entries.map((entry) => waitOf(entry, false))).toEqual(["queuedHere"]));
  down = false;
  connect();
  await vi.waitFor(() => expect(states()).toEqual(["hello sent"]));
});

test("one person's messages are not sent by another", async () => {
  const storage = browser();
  const ann = tab(storage, silence);
  ann.write("of ann");
  await vi.waitFor(() => expect(ann.states()).toEqual(["of ann queued"]));
  const bob = tab(storage, () => {}, "bob");
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(bob.asked).toEqual([]);
  expect(storage.kept.size).toBe(1);
});

test("no answer is tried again, at once when the connection is back", async () => {
  let down = true;
  const { write, asked, states, connect } = tab(browser(), () => (down ? silence() : undefined));
  write("hello");
  await vi.waitFor(() => expect(states()).toEqual(["hello queued"]));
  down = false;
  connect();
  await vi.waitFor(() => expect(states()).toEqual(["hello sent"]));
  expect(asked).toEqual(["hello", "hello"]);
});

test("a refusal fails with its reason, holds nothing up, and is kept until it is sent again or discarded", async () => {
  const storage = browser();
  let closed = true;
  const { write, states, outbox } = tab(storage, ({ body }) => {
    if (closed && body === "no") throw refused("CONVERSATION_CLOSED");
  });
  const { clientId } = write("no");
  write("yes");
  await vi.waitFor(() => expect(states()).toEqual(["no failed", "yes sent"]));
  expect(outbox.entries[0]).toMatchObject({ reason: "CONVERSATION_CLOSED" });
  const later = tab(storage, () => {});
  await vi.waitFor(() => expect(later.states()).toEqual(["no failed"]));
  closed = false;
  outbox.retry(clientId);
  await vi.waitFor(() => expect(states()).toEqual(["no sent", "yes sent"]));
});

test("what the live stream has brought is no longer pending, and a discarded message is gone", async () => {
  const storage = browser();
  const { write, outbox, states } = tab(storage, ({ body }) => (body === "b" ? silence() : undefined));
  const a = write("a", "1");
  const b = write("b", "2");
  await vi.waitFor(() => expect(states()).toEqual(["a sent", "b queued"]));
  outbox.settle(new Set([a.clientId]));
  outbox.discard(b.clientId);
  expect(states()).toEqual([]);
  await vi.waitFor(() => expect(storage.kept.size).toBe(0));
});

test("two hundred of an offline day all arrive, each once and in its order, at a server that takes so many a minute", async () => {
  vi.useFakeTimers();
  try {
    const storage = browser();
    const before = tab(storage, silence);
    for (let i = 0; i < 200; i++) before.write(`${i}`, `${i % 7}`);
    await vi.advanceTimersByTimeAsync(1_000);
    let [since, count] = [Date.now(), 0];
    const taken: { conversationId: string; body: string }[] = [];
    tab(storage, ({ conversationId, body }) => {
      if (Date.now() - since >= 60_000) [since, count] = [Date.now(), 0];
      count++;
      if (count > 50)
        throw refused("RATE_LIMITED", { retryAfterSeconds: Math.ceil((since + 60_000 - Date.now()) / 1_000) });
      taken.push({ conversationId, body });
    });
    await vi.advanceTimersByTimeAsync(6 * 60_000);
    const arrived = Map.groupBy(taken, ({ conversationId }) => Number(conversationId));
    for (const [conversation, messages] of arrived)
      expect(messages.map(({ body }) => Number(body))).toEqual(
        Array.from({ length: 200 }, (_, i) => i).filter((i) => i % 7 === conversation),
      );
    expect(taken).toHaveLength(200);
    expect(storage.kept.size).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
