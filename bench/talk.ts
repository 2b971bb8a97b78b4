import WebSocketOfNode from "ws";
import type { BenchServer } from "./server.ts";
import { connect, type Pair } from "./world.ts";

/** Someone who sends texts that someone else receives. */
export interface Talker {
  /** Sends one; resolves when the other has it. */
  send(body: string): Promise<void>;
  close(): void;
}

/** What a round of talking measured. */
export interface Round {
  /** Of each message, from sending to having it at the other client, in milliseconds. */
  latencies: number[];
  perSecond: number;
  /** Time of the server's processor a message, in microseconds. */
  cpu: number;
}

const BODY = "Thanks, that worked. One more thing: where do I find the licence file after the update? ";

/** Every talker sends its next text as soon as the last one has arrived. */
export async function talk(server: BenchServer<unknown>, talkers: readonly Talker[], total: number): Promise<Round> {
  const latencies: number[] = [];
  const before = await server.usage();
  const started = performance.now();
  let left = total;
  const chat = async (talker: Talker) => {
    while (left-- > 0) {
      const sent = performance.now();
      await talker.send(BODY + crypto.randomUUID());
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(talkers.map(chat));
  const seconds = (performance.now() - started) / 1000;
  const after = await server.usage();
  return { latencies, perSecond: total / seconds, cpu: (after.cpu - before.cpu) / total };
}

/** Resolves when a text arrives. */
class Arrivals {
  readonly #expected = new Map<string, () => void>();

  expect(body: string): Promise<void> {
    return new Promise((resolve) => this.#expected.set(body, resolve));
  }

  take(body: string): void {
    this.#expected.get(body)?.();
    this.#expected.delete(body);
  }
}

/** A pair on the bare server: two sockets in a room. */
export async function floorTalker(port: number, room: number): Promise<Talker> {
  const connectBare = async () => {
    const socket = new WebSocketOfNode(`ws://127.0.0.1:${port}/${room}`, { perMessageDeflate: false });
    await new Promise((resolve) => socket.once("open", resolve));
    return socket;
  };
  const [sender, receiver] = [await connectBare(), await connectBare()];
  const arrivals = new Arrivals();
  receiver.on("message", (raw) => arrivals.take(JSON.parse(String(raw)).body));
  sender.on("message", (raw) => JSON.parse(String(raw)));
  return {
    send: (body) => {
      const arrived = arrivals.expect(body);
      sender.send(JSON.stringify({ id: crypto.randomUUID(), body }));
      return arrived;
    },
    close: () => {
      sender.terminate();
      receiver.terminate();
    },
  };
}

/** A pair on ours: a customer who has the conversation open, and an agent who has it open. */
export async function mintreuTalker(ports: { customer: number; console: number }, pair: Pair): Promise<Talker> {
  const { conversationId: id } = pair;
  const customer = await connect(ports.customer, pair.customer);
  const agent = await connect(ports.console, pair.agent);
  const arrivals = new Arrivals();
  const { seq } = await agent.trpc.conversations.get.query({ id });
  const from = { id, lastEventId: String(seq) };
  const started = ({ trpc }: typeof agent, onBody: (body: string) => void) =>
    new Promise<void>((resolve, reject) => {
      trpc.conversations.live.subscribe(from, {
        onStarted: () => resolve(),
        onError: reject,
        onData: ({ data }) => {
          if (data.type === "event" && "body" in data.event.data) onBody(data.event.data.body);
        },
      });
    });
  await started(agent, (body) => arrivals.take(body));
  await started(customer, () => {});
  return {
    send: async (body) => {
      const arrived = arrivals.expect(body);
      const answered = customer.trpc.conversations.reply.mutate({ id, clientId: crypto.randomUUID(), body });
      await Promise.all([arrived, answered]);
    },
    close: () => {
      customer.connection.close();
      agent.connection.close();
    },
  };
}
