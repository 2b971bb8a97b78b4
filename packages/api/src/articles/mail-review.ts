import type { Role } from "../core/actor.ts";
import type { JobPayloads } from "../core/jobs.ts";
import type { System } from "../core/system.ts";
import { sendMail } from "../mail/send-mail.ts";
import { mayMailReview } from "./mail-limit.ts";
import { may, type Writable } from "./rules.ts";

interface Candidate extends Writable {
  id: string;
  email: string;
  name: string;
  role: Role;
  tier: number | null;
  title: string;
  asker: string;
}

/**
 * Mails those who may publish an article that somebody asks them to: the others of its desk, and where there are none, the
 * admins. Nobody, unless it is still in review.
 *
 * @param jobId of the request: it may run twice, and is one mail to each.
 */
export async function mailReview(
  system: System,
  { articleId, personId }: JobPayloads["articles.mail-review"],
  jobId: string,
): Promise<void> {
  const { rows } = await system.db.pool.query<Candidate>(CANDIDATES, [articleId, personId]);
  const able = rows.filter((one) => may({ ...one, personId: one.id, app: "console" }, one, "publish"));
  const members = able.filter(({ tier }) => tier !== null);
  for (const { id, email, name, title, asker } of members.length > 0 ? members : able) {
    if (!(await mayMailReview(system, { from: personId, to: id }))) continue;
    await sendMail(system, {
      cause: `review:${jobId}:${id}`,
      to: email,
      subject: `To review: ${title}`,
      text: `Hello ${name},\n\n${asker} asks you to look at “${title}”. Publish it, or send it back and say what is missing:\n\n${system.settings.consoleUrl}/knowledge/${articleId}`,
    });
  }
}

/** Whoever writes in the desk at this moment, but who asked. */
const CANDIDATES = `
  SELECT p.id, p.email::text, p.name, p.role, m.tier, a.title, a.state, d.reviews_articles AS reviews,
    r.author_id AS "writerId", a.published_revision IS NOT NULL AS live, asker.name AS asker
  FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision
  JOIN desk d ON d.id = a.desk_id JOIN person asker ON asker.id = $2 JOIN person p ON p.id <> asker.id
  LEFT JOIN desk_member m ON m.desk_id = a.desk_id AND m.person_id = p.id
  WHERE a.id = $1 AND a.state = 'in_review' AND (p.role = 'admin' OR m.person_id IS NOT NULL)
  ORDER BY p.id`;
