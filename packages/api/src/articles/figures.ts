import type { Context } from "../core/transact.ts";
import { storedBytes } from "../files/room.ts";
import { desksInHand } from "./desks-in-hand.ts";
import { byArticle, byDay, said } from "./figures-sql.ts";
import type { Figures, FiguresInput } from "./schema.ts";

/**
 * How the articles of somebody's desks did on the last days, today included; days are UTC. Days are as of now; what happened
 * with each article is as refresh-sums.ts summed it up last, a quarter of an hour ago at the most.
 */
export async function readFigures(context: Context, { deskId, days }: FiguresInput): Promise<Figures> {
  const desks = await desksInHand(context, deskId);
  const { pool, prisma } = context.system.db;
  const today = context.system.clock().toISOString().slice(0, 10);
  const since = new Date(Date.parse(today) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const [daily, articles, comments, used] = await Promise.all([
    pool.query<Day>(byDay(desks), [desks, since, today]),
    pool.query<Figures["articles"][number]>(byArticle(desks), [desks, days]),
    pool.query<Comment>(said(desks), [desks, since, days]),
    storedBytes(prisma, desks),
  ]);
  const sum = (field: Exclude<keyof Day, "day">) => daily.rows.reduce((total, day) => total + day[field], 0);
  const votes = sum("helpful") + sum("unhelpful");
  return {
    days: daily.rows.map(({ avoided: _, ...day }) => day),
    totals: {
      views: sum("views"),
      helpful: votes === 0 ? null : sum("helpful") / votes,
      tickets: sum("tickets"),
      avoided: sum("avoided"),
    },
    articles: articles.rows,
    storage: { used, max: desks?.length === 1 ? context.system.settings.deskStorage : null },
    comments: comments.rows.map(({ at, ...comment }) => ({ ...comment, at: at.toISOString() })),
  };
}

type Day = Figures["days"][number] & { avoided: number };
type Comment = Omit<Figures["comments"][number], "at"> & { at: Date };
