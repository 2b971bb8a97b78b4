import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedDemo } from "./demo.ts";
import { AMINA, AMINA_DESK, IVO, IVO_DESK, MARA } from "./people.ts";
import { checksums } from "./testing/checksum.ts";
import { INVARIANTS } from "./testing/invariants.ts";

const NOW = new Date("2026-03-14T15:09:26.535Z");

let database: TestDatabase;
let client: pg.Client;

async function connect(url: string): Promise<pg.Client> {
  const connected = new pg.Client({ connectionString: url });
  await connected.connect();
  return connected;
}

async function list(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query({ text: sql, values, rowMode: "array" });
  return rows.map(([value]) => String(value));
}

beforeAll(async () => {
  database = await testDatabase();
  client = await connect(database.url);
  expect(await seedDemo(client, NOW)).toEqual({ people: 50, conversations: 120 });
});

afterAll(async () => {
  await client.end();
  await database.close();
});

test("a second run, on another day, changes no row", async () => {
  const before = await checksums(client);
  expect(await seedDemo(client, new Date("2026-04-02"))).toEqual({ people: 0, conversations: 0 });
  expect(await checksums(client)).toEqual(before);
});

test("two databases get the same rows at any hour of a day", async () => {
  const other = await testDatabase();
  const otherClient = await connect(other.url);
  await seedDemo(otherClient, new Date("2026-03-14T00:00:00Z"));
  expect(await checksums(otherClient)).toEqual(await checksums(client));
  await otherClient.end();
  await other.close();
});

test("two starts at once seed one demo", async () => {
  const other = await testDatabase();
  const clients = await Promise.all([connect(other.url), connect(other.url)]);
  const added = await Promise.all(clients.map((each) => seedDemo(each, NOW)));
  expect(added.map(({ people }) => people).sort()).toEqual([0, 50]);
  await Promise.all(clients.map((each) => each.end()));
  await other.close();
});

describe("every invariant holds", () => {
  test.each(Object.entries(INVARIANTS))("%s", async (_, sql) => {
    expect(await list(sql)).toEqual([]);
  });
});

test("the marketplace has 4 developers' desks with 12 products, 40 customers and 3 admins", async () => {
  expect(await list("SELECT count(*) FROM person GROUP BY role ORDER BY role")).toEqual(["40", "7", "3"]);
  expect(await list("SELECT count(*) FROM desk GROUP BY kind ORDER BY kind")).toEqual(["1", "4"]);
  expect(await list("SELECT count(*) FROM product GROUP BY desk_id")).toEqual(["3", "3", "3", "3"]);
  expect(await list("SELECT max(hue) FROM product HAVING count(DISTINCT hue) = 12")).toHaveLength(1);
  const purchases = await list("SELECT DISTINCT count(*)::int FROM purchase GROUP BY customer_id ORDER BY 1");
  expect(purchases).toEqual(["2", "3", "4", "5"]);
  const addresses = await list("SELECT email FROM person WHERE email !~ '@example\\.(com|org|net)$'");
  expect(addresses).toEqual([]);
});

test("conversations are in every status, priority, category and channel, with 2 to 14 events, in 60 days", async () => {
  const columns = { status: 6, priority: 4, category: 8, channel: 4 };
  for (const [column, kinds] of Object.entries(columns)) {
    expect(await list(`SELECT DISTINCT ${column} FROM conversation`), column).toHaveLength(kinds);
  }
  expect(await list("SELECT subject FROM conversation WHERE seq NOT BETWEEN 2 AND 14")).toEqual([]);
  const outside = "SELECT subject FROM conversation WHERE created_at < $1 OR last_event_at > $2";
  expect(await list(outside, ["2026-01-13", "2026-03-14"])).toEqual([]);
});

test("no subject and no text is used twice", async () => {
  expect(await list("SELECT subject FROM conversation GROUP BY 1 HAVING count(*) > 1")).toEqual([]);
  expect(await list("SELECT body FROM event WHERE body IS NOT NULL GROUP BY 1 HAVING count(*) > 1")).toEqual([]);
  expect(await list("SELECT body FROM event WHERE body ~ '\\{(customer|agent|product|version)|^::|\\[\\['")).toEqual(
    [],
  );
});

test("some conversations went to the platform, some follow up a closed one", async () => {
  const shared = await list("SELECT conversation_id FROM conversation_desk GROUP BY 1 HAVING count(*) = 2");
  expect(shared.length).toBeGreaterThanOrEqual(5);
  const followed = await list(`
    SELECT c.number FROM conversation c JOIN conversation f ON f.id = c.follows_id
      JOIN event e ON e.conversation_id = f.id AND e.kind = 'follow_up_opened' AND e.seq = f.seq
    WHERE f.status = 'closed' AND (e.data->>'number')::int = c.number AND e.data->>'conversationId' = c.id::text
      AND e.at = c.created_at AND f.requester_id = c.requester_id`);
  expect(followed).toHaveLength(3);
});

test("there are unread conversations on both sides", async () => {
  expect((await list("SELECT id FROM conversation WHERE public_seq > requester_read_seq")).length).toBeGreaterThan(8);
  expect((await list("SELECT id FROM conversation WHERE requester_seq > agent_read_seq")).length).toBeGreaterThan(8);
});

test("Mara has conversations with Ivo, two of them unread, and nothing to do with Amina", async () => {
  const mine = "SELECT id FROM conversation WHERE requester_id = $1";
  expect((await list(mine, [MARA.id])).length).toBeGreaterThanOrEqual(3);
  expect(await list(`${mine} AND public_seq > requester_read_seq`, [MARA.id])).toHaveLength(2);
  const desks = await list(
    `SELECT DISTINCT d.slug FROM desk d JOIN conversation_desk x ON x.desk_id = d.id
       JOIN conversation c ON c.id = x.conversation_id WHERE c.requester_id = $1
     UNION SELECT d.slug FROM purchase u JOIN product p ON p.id = u.product_id JOIN desk d ON d.id = p.desk_id
       WHERE u.customer_id = $1`,
    [MARA.id],
  );
  expect(desks).toContain(IVO_DESK);
  expect(desks).not.toContain(AMINA_DESK);
  const works = "SELECT d.slug FROM desk d JOIN desk_member m ON m.desk_id = d.id WHERE m.person_id = $1";
  expect([await list(works, [IVO.id]), await list(works, [AMINA.id])]).toEqual([[IVO_DESK], [AMINA_DESK]]);
});
