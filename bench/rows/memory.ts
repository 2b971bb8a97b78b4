import type WebSocketOfNode from "ws";
import { createCrowd, openPage, openSocket, type Visitor } from "../crowd.ts";
import { startDatabase } from "../database.ts";
import { type BenchServer, startServer } from "../server.ts";
import { compare, type Verdict } from "../stats.ts";

const SOCKETS = 10_000;
const ROUNDS = 4;
/** How many connect at once. */
const WAVE = 100;

/** Row 4: memory a socket with all of a person's streams, against a bare `ws` server. */
export async function memory(): Promise<Verdict[]> {
  const database = await startDatabase();
  const crowd = await createCrowd(database.url, SOCKETS);
  const ours: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = async () => {
      const server = await startServer<{ port: number }>("floor", [database.url]);
      peer.push(await perSocket(server, crowd, (_, i) => openSocket(`ws://127.0.0.1:${server.ready.port}/${i}`)));
    };
    const full = async () => {
      const server = await startServer<{ ports: { customer: number } }>("mintreu", [database.url]);
      ours.push(await perSocket(server, crowd, (visitor) => openPage(server.ready.ports.customer, visitor)));
    };
    for (const measure of round % 2 === 0 ? [bare, full] : [full, bare]) await measure();
  }
  await database.stop();
  return [compare({ what: `row 4: memory a socket, ${SOCKETS} sockets`, unit: "kB", ours, peer, bar: { atMost: 4 } })];
}

type Open = (visitor: Visitor, i: number) => Promise<WebSocketOfNode>;

/** @returns kilobytes of resident memory that each socket added. */
async function perSocket(server: BenchServer<unknown>, crowd: readonly Visitor[], open: Open): Promise<number> {
  const sockets: WebSocketOfNode[] = [];
  // The first connections also load code; they are not counted.
  for (const [i, visitor] of crowd.slice(0, WAVE).entries()) sockets.push(await open(visitor, i));
  const before = await server.usage("memory");
  for (let first = WAVE; first < crowd.length; first += WAVE) {
    const wave = crowd.slice(first, first + WAVE);
    sockets.push(...(await Promise.all(wave.map((visitor, i) => open(visitor, first + i)))));
  }
  const after = await server.usage("memory");
  for (const socket of sockets) socket.terminate();
  await server.stop();
  return (after.memory - before.memory) / (crowd.length - WAVE) / 1000;
}
