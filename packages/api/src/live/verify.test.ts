import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assign } from "../conversations/assign.ts";
import { markRead } from "../conversations/mark-read.ts";
import { PRIORITIES, STATUSES } from "../conversations/schema.ts";
import { setPriority } from "../conversations/set-priority.ts";
import { setStatus } from "../conversations/set-status.ts";
import type { Actor } from "../core/actor.ts";
import { DomainError } from "../core/errors.ts";
import { notes, opens, says, sharedTicket } from "../testing/talk.ts";
import { verifyLive } from "../testing/verify-live.ts";
import { createWorld, type World } from "../testing/world.ts";

let world: World;
/** The requester, the desk that holds it, another that takes part, and an admin who only oversees. */
let viewers: Actor[];

beforeAll(async () => {
  world = await createWorld();
  viewers = [world.customer, world.rival, world.developer, world.colleague, world.admin];
});
afterAll(() => world.close());

const by = (name: "customer" | "developer" | "rival" | "admin") => world.as(world[name]);
const give = (id: string, who: "rival" | "admin", deskId?: string, assigneeId: string | null = null) =>
  assign(by(who), { id, assigneeId, ...(deskId ? { deskId } : {}) });

describe("old state and events make the fresh state, for everyone who looks on, of", () => {
  // biome-ignore format: a table reads as a table.
  const CHANGES: [what: string, change: (id: string) => Promise<unknown>][] = [
    ["a reply of the requester",           (id) => says(by("customer"), id, "a")],
    ["a reply of the desk that holds it",  (id) => says(by("rival"), id, "a")],
    ["a reply that resolves",              (id) => says(by("rival"), id, "a", { status: "resolved" })],
    ["a reply that opens it again",        async (id) => { await says(by("rival"), id, "a", { status: "pending" }); await says(by("customer"), id, "b"); }],
    ["a note to all agents",               (id) => notes(by("developer"), id, "a", "agents")],
    ["a note to the own desk alone",       (id) => notes(by("developer"), id, "a", "desk")],
    ["a note between two replies",         async (id) => { await says(by("rival"), id, "a"); await notes(by("rival"), id, "b", "desk"); await says(by("rival"), id, "c"); }],
    ["an assignment",                      (id) => give(id, "rival", undefined, world.rival.personId)],
    ["an assignment taken back",           async (id) => { await give(id, "rival", undefined, world.rival.personId); await give(id, "rival"); }],
    ["a hand-over to the platform",        (id) => give(id, "rival", world.platformDeskId)],
    ["a hand-over there and back",         async (id) => { await give(id, "rival", world.platformDeskId); await give(id, "admin", world.deskId, world.developer.personId); }],
    ["a priority",                         (id) => setPriority(by("rival"), { id, priority: "urgent" })],
    ["every status on the way to closed",  async (id) => { for (const status of ["open", "pending", "on_hold", "resolved", "closed"] as const) await setStatus(by("rival"), { id, status }); }],
    ["the requester's own resolving",      (id) => setStatus(by("customer"), { id, status: "resolved" })],
    ["a reading mark on either side",      async (id) => { await markRead(by("rival"), { id, seq: 2 }); await markRead(by("customer"), { id, seq: 2 }); }],
    ["a follow-up",                        async (id) => { await setStatus(by("customer"), { id, status: "resolved" }); await setStatus(by("rival"), { id, status: "closed" }); await opens(by("customer"), { productId: world.productId, followsId: id }); }],
    ["a burst from all sides",             (id) => Promise.all(["customer", "rival", "customer"].map((who, i) => says(by(who as "rival"), id, `${i}`)))],
  ];

  test.each(CHANGES)("%s", async (_what, change) => {
    const id = await sharedTicket(world);
    await verifyLive(world, { id, viewers }, () => change(id));
  });
});

type Step = (id: string) => Promise<unknown>;

const someone = fc.constantFrom("customer", "developer", "rival", "admin");
const agent = fc.constantFrom("developer", "rival", "admin");
const step: fc.Arbitrary<Step> = fc.oneof(
  someone.map(
    (who): Step =>
      (id) =>
        says(by(who), id, "text"),
  ),
  fc.tuple(agent, fc.constantFrom("agents", "desk")).map(
    ([who, to]): Step =>
      (id) =>
        notes(by(who), id, "note", to),
  ),
  fc.tuple(someone, fc.constantFrom(...STATUSES)).map(
    ([who, status]): Step =>
      (id) =>
        setStatus(by(who), { id, status }),
  ),
  fc.tuple(agent, fc.constantFrom(...PRIORITIES)).map(
    ([who, priority]): Step =>
      (id) =>
        setPriority(by(who), { id, priority }),
  ),
  fc.tuple(agent, fc.constantFrom("deskId", "rivalDeskId", "platformDeskId"), fc.boolean()).map(
    ([who, desk, toSelf]): Step =>
      (id) =>
        assign(by(who), { id, deskId: world[desk], assigneeId: toSelf ? world[who].personId : null }),
  ),
  fc.tuple(someone, fc.nat(30)).map(
    ([who, seq]): Step =>
      (id) =>
        markRead(by(who), { id, seq }),
  ),
  fc.constant<Step>((id) =>
    opens(by("customer"), { productId: world.productId, followsId: id, clientId: randomUUID() }),
  ),
);

/** A step that the rules refuse is as good a step as any: nobody may see anything of it. */
async function take(id: string, steps: readonly Step[]): Promise<number> {
  let taken = 0;
  for (const one of steps) {
    await one(id).then(
      () => taken++,
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      },
    );
  }
  return taken;
}

test("and of any sequence of anything anyone may do", async () => {
  let taken = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    const id = await sharedTicket(world);
    await verifyLive(world, { id, viewers }, async () => {
      taken += await take(id, steps);
    });
  });
  await fc.assert(property, { numRuns: Number(process.env.VERIFY_RUNS ?? 60), endOnFailure: true });
  expect(taken).toBeGreaterThan(50);
}, 60_000);
