import type pg from "pg";
import { avoidedRows, type DemoArticle, linkRows, searchRows, viewRows, voteRows } from "./help.ts";
import { insertRows } from "./insert.ts";

/**
 * Adds what people did with the demo's articles once these are imported: views, votes, searches, and tickets that were not
 * written. All or nothing.
 */
export async function seedReaders(client: pg.Client, now = new Date()): Promise<void> {
  const { rows: articles } = await client.query<DemoArticle>("SELECT id, slug, audience FROM article ORDER BY slug");
  const read = articles.filter(({ audience }) => audience === "public" || audience === "customers");
  await client.query("BEGIN");
  try {
    await client.query(
      "UPDATE collection c SET product_id = p.id FROM product p WHERE p.desk_id = c.desk_id AND p.name = c.name",
    );
    await insertRows(client, "product_link", linkRows(now));
    await insertRows(client, "article_day", viewRows(articles, now));
    await insertRows(client, "article_vote", voteRows(articles, now));
    await insertRows(client, "search_log", searchRows(read, now));
    await insertRows(client, "avoided_ticket", avoidedRows(read, now));
    await seedTickets(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Subjects that an article is about: tickets that it answered, or that were written although it was read. */
const ABOUT: readonly (readonly [slug: string, subject: string, kind: "answered" | "ended_in_ticket"])[] = [
  ["charged-twice", "%charged twice%", "answered"],
  ["sign-in-link-does-not-arrive", "%link never arrives%", "answered"],
  ["refund-has-not-arrived", "%refund has not arrived%", "answered"],
  ["refund-policy", "%refund for a product%", "ended_in_ticket"],
  ["add-a-vat-number", "%VAT number%", "ended_in_ticket"],
  ["merge-two-accounts", "%merge my two accounts%", "answered"],
  ["two-factor-codes-are-refused", "%two-factor%", "answered"],
  ["currency-and-prices", "%price shown in dollars%", "ended_in_ticket"],
  ["pay-by-purchase-order", "%purchase order%", "ended_in_ticket"],
  ["delete-your-account", "%delete my account%", "ended_in_ticket"],
];

async function seedTickets(client: pg.Client): Promise<void> {
  for (const [slug, subject, kind] of ABOUT) {
    await client.query(
      `INSERT INTO article_ticket (article_id, conversation_id, kind, at)
       SELECT a.id, c.id, $3::article_ticket_kind, c.last_event_at FROM article a, conversation c
       WHERE a.slug = $1 AND c.subject ILIKE $2 LIMIT 12
       ON CONFLICT DO NOTHING`,
      [slug, subject, kind],
    );
  }
}
