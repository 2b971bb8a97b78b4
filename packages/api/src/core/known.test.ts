import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { open } from "../conversations/open.ts";
import { reply } from "../conversations/reply.ts";
import { setStatus } from "../conversations/set-status.ts";
import { LocalBus } from "../live/local-bus.ts";
import { createSystem, type RunningSystem } from "../server/create-system.ts";
import { createWorld, join, type World } from "../testing/world.ts";

let world: World;
/** Another process on the same database, which hears nothing of what this one does. */
let deaf: RunningSystem;

beforeAll(async () => {
  world = await createWorld();
  const { settings } = world.system;
  deaf = await createSystem({ databaseUrl: world.database.url, settings, name: "deaf", bus: new LocalBus() });
});
afterAll(async () => {
  await deaf.close();
  await world.close();
});

async function ticket(): Promise<string> {
  const about = {
    productId: world.productId,
    category: "bug",
    subject: "Help",
    body: "It stops.",
    followsId: null,
  } as const;
  return (await open(world.as(world.customer), { clientId: randomUUID(), ...about })).id;
}
const says = (id: string, body = "Hello") => ({ id, clientId: randomUUID(), body });
const leave = (personId: string) =>
  world.system.db.prisma.deskMember.deleteMany({ where: { deskId: world.deskId, personId } });

test("who was a member a moment ago writes nothing, though the process remembers them as one", async () => {
  const id = await ticket();
  const colleague = { system: deaf, actor: world.colleague };
  await reply(colleague, says(id));
  await leave(world.colleague.personId);
  await expect(reply(colleague, says(id, "Still here"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await join(world.system, world.deskId, world.colleague);
  expect((await reply(colleague, says(id, "Back"))).data).toEqual({ body: "Back" });
});

test("what another process changed is decided on as it is, not as it is remembered", async () => {
  const id = await ticket();
  const developer = { system: deaf, actor: world.developer };
  await reply(developer, says(id));
  await setStatus(world.as(world.developer), { id, status: "resolved" });
  await setStatus(world.as(world.developer), { id, status: "closed" });
  await expect(reply(developer, says(id))).rejects.toMatchObject({ code: "CONVERSATION_CLOSED" });
});

test("a refusal is never decided on what is remembered", async () => {
  const id = await ticket();
  const rival = { system: deaf, actor: world.rival };
  await expect(reply(rival, says(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await reply({ system: deaf, actor: world.developer }, says(id));
  await join(world.system, world.deskId, world.rival);
  expect((await reply(rival, says(id, "Welcome"))).data).toEqual({ body: "Welcome" });
});

test("the same request, sent to a process that does not know it, is answered and not done again", async () => {
  const id = await ticket();
  const request = says(id, "Once");
  const customer = { system: deaf, actor: world.customer };
  await reply(customer, says(id, "Before"));
  const first = await reply(world.as(world.customer), request);
  expect(await reply(customer, request)).toEqual(first);
});
