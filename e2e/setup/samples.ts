import { IVO_DESK, MARA } from "@mintreu/db/seed/people";
import { ask } from "./database.ts";
import { requestLink } from "./mailed-link.ts";
import { openWindow } from "./person.ts";
import type { Samples } from "./screens.ts";
import { until } from "./until.ts";

/** Finds what the screens need in the demo's data, and has a mail written. */
export async function findSamples(): Promise<Samples> {
  await writeMail();
  const mine = "requester_id = $1 AND status =";
  return {
    ticket: await oldest(`${mine} 'pending'`, MARA.id),
    closedTicket: await oldest(`${mine} 'closed'`, MARA.id),
    closedAtDesk: await oldest("desk_id = (SELECT id FROM desk WHERE slug = $1) AND status = 'closed'", IVO_DESK),
    desk: await deskId(IVO_DESK),
    article: await articleOf(IVO_DESK),
    product: "ledgerleaf",
  };
}

async function writeMail(): Promise<void> {
  if ((await ask("SELECT 1 FROM mail LIMIT 1")).length > 0) return;
  await requestLink(await openWindow("customer"), "gwen@example.com");
  // The worker writes it a moment later.
  await until(async () => (await ask("SELECT 1 FROM mail LIMIT 1")).length === 1, "a mail");
}

async function oldest(condition: string, value: string): Promise<string> {
  const [found] = await ask<{ id: string }>(`SELECT id FROM conversation WHERE ${condition} ORDER BY number LIMIT 1`, [
    value,
  ]);
  if (!found) throw new Error(`The demo has no conversation with ${condition}.`);
  return found.id;
}

async function articleOf(desk: string): Promise<string> {
  const [found] = await ask<{ id: string }>(
    `SELECT id FROM article WHERE desk_id = (SELECT id FROM desk WHERE slug = $1) AND state = 'published'
     ORDER BY created_at, slug LIMIT 1`,
    [desk],
  );
  if (!found) throw new Error(`The demo has no article of ${desk}.`);
  return found.id;
}

async function deskId(slug: string): Promise<string> {
  const [found] = await ask<{ id: string }>("SELECT id FROM desk WHERE slug = $1", [slug]);
  if (!found) throw new Error(`The demo has no desk ${slug}.`);
  return found.id;
}
