import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../core/actor.ts";
import { requestSignIn } from "../people/request-sign-in.ts";
import { workerProcess } from "../testing/processes.ts";
import { customersTicket, says } from "../testing/talk.ts";
import { createPerson, createWorld, type World } from "../testing/world.ts";

/** How often the worker is killed: more in the bench than in every run. */
const KILLS = Number(process.env.WORKER_KILLS ?? 5);
const MAILS = 120;

let world: World;
let worker: ReturnType<typeof workerProcess>;

beforeAll(async () => {
  world = await createWorld();
  worker = workerProcess(world.database.url);
});
afterAll(async () => {
  await worker.stop();
  await world.close();
}, 30_000);

/** Jobs for the queue; what the search index takes is not its business. */
const outbox = () => world.system.db.prisma.outbox.count({ where: { name: { not: "search.index" } } });
const mails = () => world.system.db.prisma.mail.count();

/** What the queue does by itself with the jobs of a worker that has not been heard of for a minute. */
async function giveUpOnTheDead(): Promise<void> {
  await world.system.db.pool.query(
    "UPDATE pgboss.job SET state = 'retry', start_after = now(), retry_limit = 100 WHERE state = 'active'",
  );
}

test("a job is committed with its cause, or not at all", async () => {
  const id = await customersTicket(world);
  const before = await outbox();
  await world.system.db.pool.query("ALTER TABLE event ADD CONSTRAINT no_poison CHECK (body <> 'poison') NOT VALID");
  await expect(says(world.as(world.developer), id, "poison")).rejects.toThrow("no_poison");
  expect(await outbox()).toBe(before);
  await world.system.db.pool.query("ALTER TABLE event DROP CONSTRAINT no_poison");
  await says(world.as(world.developer), id, "wholesome");
  expect(await outbox()).toBe(before + 1);
  await world.system.db.prisma.outbox.deleteMany();
});

test(`a worker killed ${KILLS} times between the steps writes one mail for each cause`, async () => {
  const people: Actor[] = [];
  for (let i = 0; i < MAILS; i++) people.push(await createPerson(world.system, "customer", `Person ${i}`));
  const email = ({ personId }: Actor) => `${personId}@example.com`;
  for (const person of people) {
    await requestSignIn(world.system, { email: email(person), app: "customer", url: "http://localhost:3000/link" });
  }
  for (let i = 0; i < KILLS; i++) {
    await worker.start();
    const begun = await mails();
    // Somewhere between the outbox, the queue and the mail log.
    if (i % 2) await expect.poll(mails, { interval: 1, timeout: 10_000 }).toBeGreaterThan(begun);
    else await pause(Math.random() * 800);
    await worker.kill();
    await giveUpOnTheDead();
  }
  await worker.start();
  await expect.poll(mails, { timeout: 40_000, interval: 100 }).toBe(MAILS);
  expect(await outbox()).toBe(0);
  const written = await world.system.db.prisma.mail.findMany({ select: { toEmail: true, cause: true } });
  expect(written.map(({ toEmail }) => toEmail).sort()).toEqual(people.map(email).sort());
  expect(new Set(written.map(({ cause }) => cause)).size).toBe(MAILS);
  expect(await worker.stop()).toBe(0);
}, 120_000);

test("many messages of one conversation are one waiting job", async () => {
  const id = await customersTicket(world);
  for (let i = 0; i < 10; i++) await says(world.as(world.developer), id, `message ${i}`);
  await worker.start();
  await expect.poll(outbox, { timeout: 10_000 }).toBe(0);
  const { rows } = await world.system.db.pool.query(
    "SELECT state, start_after > now() + interval '1 minute' AS later FROM pgboss.job WHERE singleton_key = $1",
    [`${id}:requester`],
  );
  expect(rows).toEqual([{ state: "created", later: true }]);
}, 30_000);
