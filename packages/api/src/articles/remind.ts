import type { System } from "../core/system.ts";
import { sendMail } from "../mail/send-mail.ts";
import { dueAt } from "./list-sql.ts";

/** Days after which somebody is reminded again of what they have not checked. */
const AGAIN_AFTER = 14;
/** Days between two mails to one person, whatever else is due by then. */
const APART = 7;
/** Titles that a mail names. */
const MOST = 20;

interface Reminder {
  personId: string;
  email: string;
  name: string;
  articles: { id: string; title: string }[];
}

/**
 * Mails owners which of their articles are to be checked: one mail a week at most for all of them, and of one article only after some time again. Of an
 * article whose owner does not work in its desk any more, whoever has been there longest is told.
 */
export async function remindOwners(system: System): Promise<void> {
  const now = system.clock();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const { rows } = await system.db.pool.query<Reminder>(
    `WITH watched AS (
       SELECT a.id, a.title, a.verified_at, a.reminded_at, ${dueAt("$1::timestamptz")} AS due, (
         SELECT w.id FROM (
           SELECT m.person_id AS id, m.joined_at AS since FROM desk_member m WHERE m.desk_id = a.desk_id
           UNION ALL SELECT o.id, NULL FROM person o WHERE o.id = a.owner_id AND o.role = 'admin') w
         ORDER BY w.id = a.owner_id DESC, w.since LIMIT 1) AS person_id
       FROM article a WHERE a.verify_every_days IS NOT NULL
     )
     SELECT p.id AS "personId", p.email::text, p.name,
       json_agg(json_build_object('id', a.id, 'title', a.title) ORDER BY a.verified_at) AS articles
     FROM watched a JOIN person p ON p.id = a.person_id
     WHERE a.due AND (a.reminded_at IS NULL OR a.reminded_at <= $2)
       AND NOT EXISTS (SELECT FROM watched lately WHERE lately.person_id = p.id AND lately.reminded_at > $3)
     GROUP BY p.id`,
    [now, daysAgo(AGAIN_AFTER), daysAgo(APART)],
  );
  for (const reminder of rows) await remind(system, reminder, now);
}

/** The mail first: when it is cut off after it, the mail is the same once more and is not sent again. */
async function remind(system: System, { personId, email, name, articles }: Reminder, now: Date): Promise<void> {
  const { consoleUrl } = system.settings;
  const lines = articles.slice(0, MOST).map(({ id, title }) => `${title}\n${consoleUrl}/knowledge/${id}`);
  const more = articles.length > MOST ? [`… and ${articles.length - MOST} more: ${consoleUrl}/knowledge`] : [];
  const [first] = articles;
  const subject = articles.length === 1 ? `Is it still right? ${first?.title}` : `${articles.length} articles to check`;
  await sendMail(system, {
    cause: `verify:${personId}:${now.toISOString().slice(0, 10)}`,
    to: email,
    subject,
    text: `Hello ${name},\n\nit is time to look at what you wrote again. Mark it as checked, or change what is out of date:\n\n${[...lines, ...more].join("\n\n")}`,
  });
  const ids = articles.map(({ id }) => id);
  await system.db.prisma.article.updateMany({ where: { id: { in: ids } }, data: { remindedAt: now } });
}
