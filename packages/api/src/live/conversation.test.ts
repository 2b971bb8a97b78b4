import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectAs, Follower, type TestClient } from "../testing/client.ts";
import { createWorld, serveWorld, type TestServer, type World } from "../testing/world.ts";

let world: World;
let server: TestServer;
const clients: TestClient[] = [];

beforeAll(async () => {
  world = await createWorld();
  server = await serveWorld(world.system);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
  await world.close();
});

function connect(actor: Parameters<typeof connectAs>[1]): TestClient {
  const client = connectAs(server, actor);
  clients.push(client);
  return client;
}

async function openTicket(client: TestClient, body = "It does not start."): Promise<string> {
  const input = { clientId: randomUUID(), productId: world.productId, category: "bug", subject: "Help", body } as const;
  return (await client.trpc.conversations.open.mutate(input)).id;
}

test("what the customer writes is at the developer at once, and the answer at the customer", async () => {
  const customer = connect(world.customer);
  const developer = connect(world.developer);
  const id = await openTicket(customer);
  const atCustomer = await Follower.open(customer, id);
  const atDeveloper = await Follower.open(developer, id);

  await customer.trpc.conversations.reply.mutate({ id, clientId: randomUUID(), body: "Are you there?" });
  await atDeveloper.until(({ texts }) => texts.includes("Are you there?"));
  await developer.trpc.conversations.reply.mutate({ id, clientId: randomUUID(), body: "Yes." });
  await atCustomer.until(({ texts }) => texts.includes("Yes."));
  expect(atCustomer.state.status).toBe("open");
});

test("a note reaches colleagues and never the customer", async () => {
  const customer = connect(world.customer);
  const developer = connect(world.developer);
  const id = await openTicket(customer);
  const atCustomer = await Follower.open(customer, id);
  const atColleague = await Follower.open(connect(world.colleague), id);

  const note = { id, clientId: randomUUID(), body: "canary", visibility: "agents" } as const;
  await developer.trpc.conversations.note.mutate(note);
  await developer.trpc.conversations.reply.mutate({ id, clientId: randomUUID(), body: "after the note" });
  await atColleague.until(({ texts }) => texts.includes("canary"));
  await atCustomer.until(({ texts }) => texts.includes("after the note"));
  expect(JSON.stringify(atCustomer.items)).not.toContain("canary");
});

test("a note does not tell the customer even that it was written", async () => {
  const customer = connect(world.customer);
  const developer = connect(world.developer);
  const id = await openTicket(customer);
  await developer.trpc.conversations.reply.mutate({ id, clientId: randomUUID(), body: "Hello." });
  const atCustomer = await Follower.open(customer, id);
  await atCustomer.until(({ items }) => items.length > 0);
  const before = { items: atCustomer.items.length, state: await customer.trpc.conversations.get.query({ id }) };

  for (const visibility of ["agents", "desk"] as const) {
    await developer.trpc.conversations.note.mutate({ id, clientId: randomUUID(), body: "canary", visibility });
  }
  await developer.trpc.conversations.markRead.mutate({ id, seq: 99 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(atCustomer.items.slice(before.items)).toEqual([]);
  expect(await customer.trpc.conversations.get.query({ id })).toEqual(before.state);
});

test("a connection that is cut resumes where it was, without a gap or a double", async () => {
  const customer = connect(world.customer);
  const developer = connect(world.developer);
  const id = await openTicket(customer);
  const atDeveloper = await Follower.open(developer, id);
  for (let i = 1; i <= 20; i++) {
    if (i % 5 === 0) developer.sockets.at(-1)?.terminate();
    await customer.trpc.conversations.reply.mutate({ id, clientId: randomUUID(), body: `message ${i}` });
  }
  await atDeveloper.until(({ texts }) => texts.includes("message 20"));
  const expected = Array.from({ length: 20 }, (_, i) => `message ${i + 1}`);
  expect(atDeveloper.texts).toEqual(["It does not start.", ...expected]);
  const numbers = atDeveloper.items.flatMap((item) => (item.type === "event" ? item.event.seq : []));
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
