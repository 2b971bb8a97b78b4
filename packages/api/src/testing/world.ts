import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestDatabase, testDatabase } from "@mintreu/db/testing/database";
import pg from "pg";
import type { Actor, App, Role } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { Context } from "../core/transact.ts";
import { startSession } from "../people/sessions.ts";
import { attach, type LiveSocket } from "../server/attach.ts";
import { createSystem, type RunningSystem } from "../server/create-system.ts";
import { isOurs } from "../server/request.ts";
import { routesOf } from "../server/routes.ts";
import { testSettings } from "./settings.ts";

/** A small marketplace on a real database: what most tests start from. */
export interface World {
  system: RunningSystem;
  database: { url: string };
  /** Customer of `product`. */
  customer: Actor;
  /** Another customer of the same product. */
  stranger: Actor;
  /** Agent of the desk that sells `product`. */
  developer: Actor;
  colleague: Actor;
  /** Agent of another developer's desk. */
  rival: Actor;
  admin: Actor;
  productId: string;
  deskId: string;
  rivalDeskId: string;
  platformDeskId: string;
  as(actor: Actor): Context;
  close(): Promise<void>;
}

/** Makes the world; close it in `afterAll`. */
export async function createWorld(database?: TestDatabase): Promise<World> {
  const own = database ?? (await testDatabase());
  const settings = testSettings();
  const system = await createSystem({ databaseUrl: own.url, settings, name: "test" });
  const desks = await createDesks(system);
  const product = await createProduct(system, desks.deskId);
  const customer = await createPerson(system, "customer", "Cleo Customer");
  const stranger = await createPerson(system, "customer", "Sam Stranger");
  const developer = await createPerson(system, "developer", "Dora Developer");
  const colleague = await createPerson(system, "developer", "Colin Colleague");
  const rival = await createPerson(system, "developer", "Rita Rival");
  const admin = await createPerson(system, "admin", "Ada Admin");
  for (const buyer of [customer, stranger]) await buy(system, buyer, product);
  await join(system, desks.deskId, developer);
  await join(system, desks.deskId, colleague);
  await join(system, desks.rivalDeskId, rival);
  await join(system, desks.platformDeskId, admin);
  const close = async () => {
    await system.close();
    await own.close();
    rmSync(settings.dataDir, { recursive: true, force: true });
  };
  const as = (actor: Actor) => ({ system, actor });
  const people = { customer, stranger, developer, colleague, rival, admin };
  return { system, database: { url: own.url }, ...people, ...desks, productId: product, as, close };
}

async function createDesks({ db: { prisma } }: RunningSystem) {
  const platformDeskId = newId();
  const deskId = newId();
  const rivalDeskId = newId();
  await prisma.desk.createMany({
    data: [
      { id: platformDeskId, kind: "platform", slug: "platform", name: "Mintreu Support" },
      { id: deskId, kind: "developer", slug: "dora", name: "Dora's desk" },
      { id: rivalDeskId, kind: "developer", slug: "rita", name: "Rita's desk" },
    ],
  });
  return { platformDeskId, deskId, rivalDeskId };
}

async function createProduct({ db: { prisma } }: RunningSystem, deskId: string): Promise<string> {
  const id = newId();
  const about = {
    slug: "inkwell",
    name: "Inkwell",
    tagline: "Notes",
    description: "Notes.",
    version: "2.1.0",
    hue: 160,
  };
  await prisma.product.create({ data: { id, deskId, ...about } });
  return id;
}

/** Someone new, signed in to the app of their role. */
export async function createPerson(system: RunningSystem, role: Role, name: string): Promise<Actor> {
  const id = newId();
  const app: App = role === "customer" ? "customer" : "console";
  await system.db.prisma.person.create({ data: { id, name, role, email: `${id}@example.com` } });
  const session = await startSession(system, { personId: id, app, userAgent: null });
  tokens.set(session.id, session.token);
  return { personId: id, name, role, app, sessionId: session.id };
}

const tokens = new Map<string, string>();

/** The token of a session that `createPerson` started. */
export function tokenOf(actor: Actor): string {
  return tokens.get(actor.sessionId) ?? "";
}

async function buy({ db: { prisma } }: RunningSystem, { personId }: Actor, productId: string): Promise<void> {
  const entitlement = { supportUntil: new Date("2030-01-01"), channels: ["portal" as const] };
  const about = { licence: "Team", version: "2.0.0", purchasedAt: new Date("2026-01-01") };
  await prisma.purchase.create({ data: { id: newId(), customerId: personId, productId, ...about, ...entitlement } });
}

/** Makes someone an agent of a desk. */
export async function join({ db: { prisma } }: RunningSystem, deskId: string, { personId }: Actor): Promise<void> {
  await prisma.deskMember.create({ data: { deskId, personId } });
}

/** Signs someone in once more, in either app. */
export async function signIn(system: RunningSystem, actor: Actor, app: App = actor.app): Promise<Actor> {
  const session = await startSession(system, { personId: actor.personId, app, userAgent: null });
  tokens.set(session.id, session.token);
  return { ...actor, app, sessionId: session.id };
}

/** Holds a conversation's row, as a slow transaction of another process does, until it is released. */
export async function holdRow({ database }: World, id: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE", [id]);
  return {
    release: async () => {
      await client.query("COMMIT");
      await client.end();
    },
  };
}

/** Both apps' sockets and procedures on real ports, without pages. */
export interface TestServer {
  url(app: App): string;
  live(app: App): LiveSocket;
  close(): Promise<void>;
}

/** Serves a system as the two apps do. */
export async function serveWorld(system: RunningSystem): Promise<TestServer> {
  const servers = { customer: await serveApp(system, "customer"), console: await serveApp(system, "console") };
  return {
    url: (app) => servers[app].url,
    live: (app) => servers[app].live,
    close: async () => {
      for (const { live, server } of Object.values(servers)) {
        await live.drain();
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

async function serveApp(system: RunningSystem, app: App): Promise<{ url: string; live: LiveSocket; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const routes = routesOf({ system, app, publicUrl: url });
  server.on("request", (request, response) => {
    const route = isOurs(request, url) ? routes(request) : null;
    if (route) void route(request, response);
    else response.writeHead(421).end();
  });
  return { url, live: attach(server, system, { app, publicUrl: url }), server };
}
