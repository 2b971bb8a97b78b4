import { sessionCookie } from "@mintreu/api/people/sessions";
import pg from "pg";
import WebSocketOfNode from "ws";

/** A customer with a session and a conversation. */
export interface Visitor {
  token: string;
  conversationId: string;
}

/** Fills a database with customers who have one conversation each, in one statement a table. */
export async function createCrowd(databaseUrl: string, count: number): Promise<Visitor[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Visitor>(
    `WITH desk AS (
       INSERT INTO desk (id, kind, slug, name) VALUES (gen_random_uuid(), 'developer', gen_random_uuid()::text, 'Crowd')
       RETURNING id
     ), people AS (
       INSERT INTO person (id, email, name, role)
       SELECT gen_random_uuid(), gen_random_uuid() || '@example.com', 'Crowd', 'customer' FROM generate_series(1, $1)
       RETURNING id
     ), tokens AS MATERIALIZED (SELECT id, gen_random_uuid()::text AS token FROM people
     ), sessions AS (
       INSERT INTO session (id, token_hash, person_id, app, expires_at)
       SELECT gen_random_uuid(), encode(sha256(token::bytea), 'hex'), id, 'customer', now() + '1 day' FROM tokens
     ), conversations AS (
       INSERT INTO conversation (id, subject, channel, category, requester_id, desk_id, seq, requester_seq,
         requester_read_seq, created_at, last_event_at, last_public_at)
       SELECT gen_random_uuid(), 'Crowd', 'portal', 'question', people.id, desk.id, 1, 1, 1, now(), now(), now()
       FROM people, desk
       RETURNING id, requester_id
     ), events AS (
       INSERT INTO event (conversation_id, seq, kind, visibility, actor_id, body, at)
       SELECT id, 1, 'opened', 'public', requester_id, 'Crowd', now() FROM conversations
     )
     SELECT t.token, c.id AS "conversationId" FROM tokens t JOIN conversations c ON c.requester_id = t.id`,
    [count],
  );
  await client.end();
  return rows;
}

/** Opens a bare socket and waits until it is open. */
export async function openSocket(url: string, headers: Record<string, string> = {}): Promise<WebSocketOfNode> {
  const socket = new WebSocketOfNode(url, { headers, perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return socket;
}

/** A visitor's page: a socket with every stream that a page with an open conversation has. */
export async function openPage(port: number, visitor: Visitor): Promise<WebSocketOfNode> {
  const url = `http://localhost:${port}`;
  const headers = { cookie: `${sessionCookie("customer", url)}=${visitor.token}`, origin: url };
  const socket = await openSocket(`ws://127.0.0.1:${port}/api/live`, headers);
  const streams = [
    { path: "conversations.changes", input: {} },
    { path: "conversations.live", input: { id: visitor.conversationId, lastEventId: "1" } },
  ];
  const answered = new Promise<void>((resolve) => {
    let started = 0;
    socket.on("message", (raw) => {
      if (String(raw).includes('"started"') && ++started === streams.length) resolve();
    });
  });
  for (const [i, params] of streams.entries()) {
    socket.send(JSON.stringify({ id: i + 1, method: "subscription", params }));
  }
  await answered;
  return socket;
}
