import { afterAll, beforeAll, expect, test } from "vitest";
import { assign } from "../conversations/assign.ts";
import { setPriority } from "../conversations/set-priority.ts";
import { customersTicket, notes, says } from "../testing/talk.ts";
import { createWorld, type World } from "../testing/world.ts";
import { liveChanges } from "./changes.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("what agents do among themselves does not wake the requester", async () => {
  const id = await customersTicket(world);
  const stop = new AbortController();
  const changes = liveChanges(world.as(world.customer), { signal: stop.signal });
  expect((await changes.next()).value).toEqual({ conversationIds: [], unread: 0 });
  let woken = false;
  const next = changes.next().finally(() => {
    woken = true;
  });
  const developer = world.as(world.developer);
  await notes(developer, id, "to all agents");
  await notes(developer, id, "to my desk", "desk");
  await setPriority(developer, { id, priority: "high" });
  await assign(developer, { id, assigneeId: world.colleague.personId });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(woken).toBe(false);
  await says(developer, id, "to the requester");
  expect((await next).value).toEqual({ conversationIds: [id], unread: 1 });
  stop.abort();
});
