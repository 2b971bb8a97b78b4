import { between, known, pick, type Random, randomOf, seedId } from "./identity.ts";
import { DESKS, PRODUCTS } from "./marketplace.ts";
import { CUSTOMERS } from "./people.ts";
import { DAY, MINUTE, WINDOW } from "./schedule.ts";

/** An article that was imported, as the rows about its readers need it. */
export interface DemoArticle {
  id: string;
  slug: string;
  audience: "public" | "customers" | "developers" | "agents";
}

/** Folder with the articles of the demo: one folder a desk, in it folders as collections. */
export const ARTICLES_FOLDER = `${import.meta.dirname}/articles`;

/** Who imports a desk's articles: its first member. */
export const AUTHORS = DESKS.map((desk) => ({ desk, author: known(desk.members[0], desk.slug).person }));

type Link = readonly [product: string, kind: string, title: string, url: string];

const LINKS: readonly Link[] = [
  ["ledgerleaf", "reference", "Check a VAT number (VIES)", "https://ec.europa.eu/taxation_customs/vies/"],
  [
    "vaultmirror",
    "guide",
    "Storage classes of S3",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html",
  ],
  ["pinenote", "reference", "The Markdown that Pinenote speaks", "https://spec.commonmark.org/current/"],
  ["tusker", "reference", "Privileges in PostgreSQL", "https://www.postgresql.org/docs/current/ddl-priv.html"],
  ["tusker", "guide", "PgBouncer's settings", "https://www.pgbouncer.org/config.html"],
  ["hookline", "reference", "The OpenAPI specification", "https://spec.openapis.org/oas/latest.html"],
  ["logsift", "guide", "What logfmt is", "https://brandur.org/logfmt"],
  [
    "fjord-grotesk",
    "guide",
    "Figures and small caps on the web",
    "https://developer.mozilla.org/en-US/docs/Web/CSS/font-variant-numeric",
  ],
  [
    "mossgrove",
    "tutorial",
    "Tilemaps in Godot",
    "https://docs.godotengine.org/en/stable/tutorials/2d/using_tilemaps.html",
  ],
];

/** The links of the products' documentation. @param now when they were last found alive. */
export function linkRows(now: Date): object[] {
  return LINKS.map(([slug, kind, title, url], position) => ({
    id: seedId(`link ${url}`),
    product_id: known(
      PRODUCTS.find((product) => product.slug === slug),
      slug,
    ).id,
    ...{ title, url, kind, position, state: "alive", failures: 0 },
    checked_at: now.toISOString(),
    created_at: new Date(now.getTime() - 40 * DAY).toISOString(),
  }));
}

/** How often each article was read in the last 60 days: some a lot, most a little, at weekends less. */
export function viewRows(articles: readonly DemoArticle[], now: Date): object[] {
  return articles.flatMap(({ id, slug, audience }) => {
    const random = randomOf(`views ${slug}`);
    const usual = (audience === "agents" ? 1 : audience === "developers" ? 6 : 24) * random() ** 2 + 0.4;
    return Array.from({ length: WINDOW / DAY }, (_, back) => {
      const day = new Date(now.getTime() - back * DAY);
      const weekend = [0, 6].includes(day.getUTCDay()) ? 0.45 : 1;
      return { article_id: id, day: dayOf(day), views: Math.round(usual * weekend * (0.5 + random())) };
    }).filter(({ views }) => views > 0);
  });
}

const COMMENTS: readonly (readonly [reason: string, comment: string | null])[] = [
  ["incomplete", "Where is this menu in version 4? Mine looks different."],
  ["unclear", null],
  ["not-my-problem", "I have this on Linux, and there is nothing about Linux."],
  ["incomplete", "Would be good to know how long it takes."],
  ["wrong", "The button is called Release now, not Free."],
  ["unclear", "Too long. I only wanted to know whether it is possible."],
  ["not-my-problem", null],
];

/** What readers thought: mostly that it helped. */
export function voteRows(articles: readonly DemoArticle[], now: Date): object[] {
  return articles.flatMap(({ id, slug, audience }) => {
    const random = randomOf(`votes ${slug}`);
    const count = audience === "agents" ? 0 : between(random, 0, 24);
    const good = 0.55 + random() * 0.42;
    return Array.from({ length: count }, (_, i) => voteRow(random, { id, voter: `demo:${slug}:${i}`, good, now }));
  });
}

function voteRow(random: Random, { id, voter, good, now }: { id: string; voter: string; good: number; now: Date }) {
  const at = new Date(now.getTime() - Math.floor(random() * WINDOW)).toISOString();
  const helpful = random() < good;
  const [reason, comment] = helpful ? [null, null] : pick(random, COMMENTS);
  return { article_id: id, voter, helpful, reason, comment, at };
}

/** Searches that were finished: what was typed, how many results there were, how often on sixty days, and what was opened. */
const SEARCHES: readonly (readonly [query: string, found: number, times: number, opened?: string])[] = [
  ["invoice", 9, 61, "find-your-invoices"],
  ["refund", 11, 54, "refund-policy"],
  ["licence key", 12, 49, "find-your-licence-key"],
  ["sign in link", 7, 38, "sign-in-link-does-not-arrive"],
  ["vat number", 5, 33, "add-a-vat-number"],
  ["move licence new computer", 8, 27, "move-a-licence-to-a-new-computer"],
  ["payout", 6, 25, "who-answers-my-question"],
  ["activation limit", 6, 24, "activation-limit-reached"],
  ["download slow", 4, 19, "download-stops-or-is-slow"],
  ["change mail address", 8, 17, "change-your-mail-address"],
  ["vm-204", 1, 14, "vaultmirror-error-vm-204"],
  ["permission denied for schema", 2, 12, "tusker-permission-denied-for-schema"],
  ["webhook signature", 1, 9, "verify-hookline-webhooks"],
  ["student discount", 0, 23],
  ["giropay", 0, 14],
  ["dark mode", 0, 11],
  ["gift card", 0, 9],
  ["serial", 0, 8],
  ["unsubscribe", 0, 6],
  ["chromebook", 0, 4],
];

/** The searches of the last 60 days and what they led to. */
export function searchRows(articles: readonly DemoArticle[], now: Date): object[] {
  return SEARCHES.flatMap(([query, found, times, slug]) => {
    const random = randomOf(`search ${query}`);
    const article = articles.find((one) => one.slug === slug);
    return Array.from({ length: times }, (_, i) => {
      const opens = article !== undefined && random() < 0.72;
      const asks = random() < (article ? 0.09 : 0.4);
      const outcome = asks ? "ticket" : opens ? (random() < 0.4 ? "helped" : "opened") : "none";
      const at = now.getTime() - Math.floor(random() * WINDOW);
      const place = opens ? 1 + Math.floor(random() ** 3 * 5) : null;
      const id = seedId(`search ${query} ${i}`, i);
      const opened = opens ? `article:${article.id}` : null;
      return { id, query, app: "customer", found, outcome, opened, place, at: new Date(at).toISOString() };
    });
  });
}

/** Tickets that were not written: a person and day each. */
export function avoidedRows(articles: readonly DemoArticle[], now: Date): object[] {
  const random = randomOf("avoided");
  const rows = CUSTOMERS.flatMap(({ id }) =>
    Array.from({ length: between(random, 0, 3) }, () => {
      const at = new Date(now.getTime() - between(random, 10, WINDOW / MINUTE) * MINUTE);
      return { person_id: id, day: dayOf(at), document: `article:${pick(random, articles).id}`, at: at.toISOString() };
    }),
  );
  return [...new Map(rows.map((row) => [`${row.person_id} ${row.day}`, row])).values()];
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
