import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaSql } from "./schema-sql.ts";
import { type Catalog, readCatalog } from "./testing/catalog.ts";
import { testDatabase } from "./testing/database.ts";

/** Declared by hand in the migrations *_beyond_prisma. The indexes it declares without a condition are in MORE_INDEXES. */
const BEYOND_PRISMA = [
  "check conversation_seq_check",
  "check product_hue_check",
  "function article_day_counted",
  "function article_ticket_counted",
  "function article_vote_counted",
  "function avoided_ticket_counted",
  "function conversation_counted",
  "function count_conversation",
  "function count_desk_day",
  "function person_words",
  "function recount_conversations",
  "function recount_desk_days",
  "index article_collection_read_idx",
  "index article_desk_due_idx",
  "index article_due_idx",
  "index article_popular_idx",
  "index article_product_popular_idx",
  "index article_product_read_idx",
  "index article_published_slug_key",
  "index article_sum_answered_idx",
  "index article_sum_desk_answered_idx",
  "index article_sum_desk_tickets_idx",
  "index article_sum_desk_unhelpful_idx",
  "index article_sum_desk_views_idx",
  "index article_sum_tickets_idx",
  "index article_sum_unhelpful_idx",
  "index article_sum_views_idx",
  "index article_uncollected_idx",
  "index conversation_desk_done_idx",
  "index conversation_desk_open_idx",
  "index conversation_desk_priority_idx",
  "index conversation_mine_idx",
  "index conversation_product_done_idx",
  "index conversation_product_mine_idx",
  "index conversation_product_open_idx",
  "index conversation_product_unassigned_idx",
  "index conversation_unassigned_idx",
  "index conversation_unassigned_priority_idx",
  "index conversation_unread_idx",
  "index desk_platform_key",
  "index event_actor_client_key",
  "index product_link_failing_idx",
  "index product_link_new_idx",
  "index product_source_begun_idx",
  "index product_source_new_idx",
  "index search_generation_state_key",
  "index search_log_miss_idx",
  "index search_word_misspelt_idx",
  "trigger article_day_counted",
  "trigger article_ticket_counted",
  "trigger article_vote_counted",
  "trigger avoided_ticket_counted",
  "trigger conversation_counted",
  "trigger conversation_recounted",
];
const MORE_INDEXES: string[] = ["article_title_words_idx", "person_words_idx"];

let migrated: Catalog;
let described: Catalog;
let close: () => Promise<unknown>;

beforeAll(async () => {
  const [one, other] = await Promise.all([testDatabase("template"), testDatabase("nothing")]);
  const client = new pg.Client({ connectionString: other.url });
  await client.connect();
  await client.query(`CREATE EXTENSION citext; ${await schemaSql()}`);
  await client.end();
  [migrated, described] = await Promise.all([readCatalog(one.url), readCatalog(other.url)]);
  close = () => Promise.all([one.close(), other.close()]);
});

afterAll(() => close());

test("the schema describes something", () => {
  expect(described.columns.length).toBeGreaterThan(50);
  expect(described.beyondPrisma).toEqual([]);
});

test("the migrations make the tables, enums and keys of the schema", () => {
  expect(migrated.columns).toEqual(described.columns);
  expect(migrated.enums).toEqual(described.enums);
  expect(migrated.keys).toEqual(described.keys);
});

test("the migrations make the indexes of the schema and those listed here", () => {
  const listed = (line: string) => MORE_INDEXES.some((name) => line.includes(` ${name} `));
  expect(migrated.indexes.filter((line) => !listed(line))).toEqual(described.indexes);
  expect(migrated.indexes.filter(listed)).toHaveLength(MORE_INDEXES.length);
});

test("what a Prisma schema cannot say is what is listed here", () => {
  expect(migrated.beyondPrisma).toEqual(BEYOND_PRISMA);
});
