import { type LiveConnection, liveConnection } from "@mintreu/api/client/live-link";
import { open } from "@mintreu/api/conversations/open";
import type { Actor, Role } from "@mintreu/api/core/actor";
import { newId } from "@mintreu/api/core/ids";
import { sessionCookie, startSession } from "@mintreu/api/people/sessions";
import type { AppRouter } from "@mintreu/api/root";
import { createSystem } from "@mintreu/api/server/create-system";
import { testSettings } from "@mintreu/api/testing/settings";
import { createTRPCClient, type TRPCClient } from "@trpc/client";
import WebSocketOfNode from "ws";

/** Someone who is signed in. */
export interface Member extends Actor {
  token: string;
}

/** One customer and one agent who talk in one conversation. */
export interface Pair {
  customer: Member;
  agent: Member;
  conversationId: string;
}

/** Fills a database with pairs who talk. */
export async function createPairs(databaseUrl: string, count: number): Promise<Pair[]> {
  const settings = testSettings({ demo: false });
  const system = await createSystem({ databaseUrl, settings, name: "bench setup" });
  const { prisma } = system.db;
  const deskId = newId();
  const productId = newId();
  const slug = deskId.slice(-12);
  await prisma.desk.create({ data: { id: deskId, kind: "developer", slug, name: "Bench" } });
  const about = { name: "Bench", tagline: "", description: "", version: "1.0.0", hue: 1 };
  await prisma.product.create({ data: { id: productId, slug, deskId, ...about } });
  const createMember = async (role: Role): Promise<Member> => {
    const id = newId();
    const app = role === "customer" ? "customer" : "console";
    await prisma.person.create({ data: { id, role, name: `Bench ${id.slice(-6)}`, email: `${id}@example.com` } });
    const { id: sessionId, token } = await startSession(system, { personId: id, app, userAgent: null });
    return { personId: id, name: "Bench", role, app, sessionId, token };
  };
  const createPair = async (): Promise<Pair> => {
    const [customer, agent] = [await createMember("customer"), await createMember("developer")];
    await prisma.deskMember.create({ data: { deskId, personId: agent.personId } });
    const dates = { purchasedAt: new Date(), supportUntil: new Date() };
    const bought = { id: newId(), customerId: customer.personId, productId, licence: "Team", version: "1", ...dates };
    await prisma.purchase.create({ data: bought });
    const about = { productId, category: "question", subject: "Bench", body: "Bench", followsId: null } as const;
    const { id } = await open({ system, actor: customer }, { clientId: crypto.randomUUID(), ...about });
    return { customer, agent, conversationId: id };
  };
  const pairs: Pair[] = [];
  for (let i = 0; i < count; i++) pairs.push(await createPair());
  await system.close();
  return pairs;
}

/** The product's own client, over a real socket. */
export interface Connected {
  trpc: TRPCClient<AppRouter>;
  connection: LiveConnection;
}

/** Connects as a member and waits until the socket is open. */
export async function connect(port: number, member: Member): Promise<Connected> {
  const url = `http://localhost:${port}`;
  const headers = { cookie: `${sessionCookie(member.app, url)}=${member.token}`, origin: url };
  const WebSocket = class extends WebSocketOfNode {
    constructor(target: string) {
      super(target, { headers, perMessageDeflate: false });
    }
  };
  const connection = liveConnection({
    url: () => `ws://127.0.0.1:${port}/api/live`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  await new Promise<void>((resolve) => {
    if (connection.state === "open") return resolve();
    const leave = connection.onState((state) => {
      if (state !== "open") return;
      leave();
      resolve();
    });
  });
  return { trpc: createTRPCClient<AppRouter>({ links: [connection.link<AppRouter>()] }), connection };
}
