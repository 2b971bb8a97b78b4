/**
 * The floor of bar row 1: a bare `ws` server that keeps each message with one prepared INSERT through `pg` and then sends it
 * to everyone in its room. It knows no access, no counters, no jobs and no protocol.
 */
import type { AddressInfo } from "node:net";
import pg from "pg";
import { type WebSocket, WebSocketServer } from "ws";
import { answerUsage } from "./usage.ts";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
await pool.query(
  "CREATE TABLE IF NOT EXISTS floor_message (id bigserial PRIMARY KEY, room text, body text, at timestamptz DEFAULT now())",
);
const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });

server.on("connection", (socket, request) => {
  const room = request.url ?? "/";
  rooms.set(room, (rooms.get(room) ?? new Set()).add(socket));
  socket.on("close", () => rooms.get(room)?.delete(socket));
  socket.on("message", async (raw) => {
    const { id, body } = JSON.parse(String(raw));
    const insert = { name: "insert", text: "INSERT INTO floor_message (room, body) VALUES ($1, $2) RETURNING id, at" };
    const { rows } = await pool.query({ ...insert, values: [room, body] });
    const out = JSON.stringify({ id, body, ...rows[0] });
    for (const member of rooms.get(room) ?? []) member.send(out);
  });
});
server.on("listening", () => {
  answerUsage();
  process.send?.({ port: (server.address() as AddressInfo).port });
});
