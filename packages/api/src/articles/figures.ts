import type { Context } from "../core/transact.ts";
import { storedBytes } from "../files/room.ts";
import { desksInHand } from "./desks-in-hand.ts";
import { avoidedBy, byArticle, byDay, said } from "./figures-sql.ts";
import type { Figures, FiguresInput } from "./schema.ts";

/** How the articles of somebody's desks did on the last days, today included; days are UTC. */
export async function readFigures(context: Context, { deskId, days }: FiguresInput): Promise<Figures> {
  const desks = await desksInHand(context, deskId);
  const { pool, prisma } = context.system.db;
  const today = context.system.clock().toISOString().slice(0, 10);
  const since = new Date(Date.parse(today) - (days - 1) * 86_400_000).toISOString();
  const [daily, articles, comments, avoided, used] = await Promise.all([
    pool.query<Figures["days"][number]>(byDay(desks), [desks, since, today]),
    pool.query<Figures["articles"][number]>(byArticle(desks), [desks, since]),
    pool.query<Comment>(said(desks), [desks, since]),
    pool.query<{ count: number }>(avoidedBy(desks), [desks, since]),
    storedBytes(prisma, desks),
  ]);
  const sum = (field: "views" | "helpful" | "unhelpful" | "tickets") =>
    daily.rows.reduce((total, day) => total + day[field], 0);
  const votes = sum("helpful") + sum("unhelpful");
  return {
    days: daily.rows,
    totals: {
      views: sum("views"),
      helpful: votes === 0 ? null : sum("helpful") / votes,
      tickets: sum("tickets"),
      avoided: avoided.rows[0]?.count ?? 0,
    },
    articles: articles.rows,
    storage: { used, max: desks?.length === 1 ? context.system.settings.deskStorage : null },
    comments: comments.rows.map(({ at, ...comment }) => ({ ...comment, at: at.toISOString() })),
  };
}

type Comment = Omit<Figures["comments"][number], "at"> & { at: Date };
