import type pg from "pg";
import { castDialogues, decidePurchases } from "./casting.ts";
import { linkFollowUps, playDialogues } from "./conversations.ts";
import { readDialogues } from "./dialogue.ts";
import { known } from "./identity.ts";
import { insertRows, type Rows, TABLES } from "./insert.ts";
import { MARA, PEOPLE } from "./people.ts";
import { conversationRows, marketplaceRows, purchaseRows } from "./rows.ts";
import { DAY, WINDOW } from "./schedule.ts";

/** Any number no other advisory lock of ours has: of two processes that start at once, one seeds. */
const SEED_LOCK = 20250101;

/**
 * Seeds the demo marketplace: desks, products, customers with purchases, and conversations of the last 60 days. The same
 * day gives the same rows on every machine, and ids are the same on every day. All or nothing; done once, it does nothing.
 *
 * @param now decides which day is today, in UTC.
 * @returns how many people and conversations it added: none when they were there.
 */
export async function seedDemo(
  client: pg.Client,
  now = new Date(),
): Promise<{ people: number; conversations: number }> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [SEED_LOCK]);
    const isThere = await client.query("SELECT 1 FROM person WHERE id = $1", [MARA.id]);
    const added = isThere.rowCount ? { people: 0, conversations: 0 } : await insertDemo(client, now);
    await client.query("COMMIT");
    return added;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function insertDemo(client: pg.Client, now: Date): Promise<{ people: number; conversations: number }> {
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const dialogues = readDialogues();
  const owned = decidePurchases(dialogues);
  const played = playDialogues(castDialogues(dialogues, owned));
  const numbers = await takeNumbers(client, played.length);
  const numberOf = new Map(played.map(({ id }, index) => [id, known(numbers[index], "number")]));
  const conversations = linkFollowUps(played, ({ id }) => known(numberOf.get(id), "number"));
  const begin = today - WINDOW;
  const rows: Rows = {
    ...marketplaceRows(begin),
    purchase: purchaseRows(owned, conversations, begin),
    ...conversationRows(conversations, numberOf, begin),
  };
  for (const table of TABLES) await insertRows(client, table, rows[table] ?? []);
  return { people: PEOPLE.length, conversations: conversations.length };
}

async function takeNumbers(client: pg.Client, count: number): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    "SELECT nextval('conversation_number_seq')::int AS number FROM generate_series(1, $1) ORDER BY 1",
    [count],
  );
  return rows.map(({ number }) => number);
}
