import type { Role } from "../core/actor.ts";
import type { JobPayloads } from "../core/jobs.ts";
import type { System } from "../core/system.ts";
import { sendMail } from "../mail/send-mail.ts";
import { mayMailReview } from "./mail-limit.ts";
import { writes } from "./rules.ts";

interface Author {
  id: string;
  email: string;
  name: string;
  role: Role;
  tier: number | null;
  title: string;
  by: string;
}

/**
 * Mails who wrote a revision what became of it in review, while they still write for its desk; not where it was themselves.
 *
 * @param jobId of the decision: it may run twice, and is one mail.
 */
export async function mailReviewed(
  system: System,
  { articleId, revision, personId, outcome, reason }: JobPayloads["articles.mail-reviewed"],
  jobId: string,
): Promise<void> {
  const { rows } = await system.db.pool.query<Author>(AUTHOR, [articleId, revision, personId]);
  const [author] = rows;
  if (!author || !writes({ ...author, personId: author.id, app: "console" })) return;
  const { id, email, name, title, by } = author;
  if (!(await mayMailReview(system, { from: personId, to: id }))) return;
  const said = reason === "" ? "" : `\n\n${reason}`;
  const what =
    outcome === "published" ? `${by} has published “${title}”.` : `${by} has sent “${title}” back to you.${said}`;
  await sendMail(system, {
    cause: `reviewed:${jobId}:${id}`,
    to: email,
    subject: outcome === "published" ? `Published: ${title}` : `Sent back: ${title}`,
    text: `Hello ${name},\n\n${what}\n\n${system.settings.consoleUrl}/knowledge/${articleId}`,
  });
}

const AUTHOR = `
  SELECT p.id, p.email::text, p.name, p.role, m.tier, r.title, (SELECT name FROM person WHERE id = $3) AS by
  FROM article_revision r JOIN article a ON a.id = r.article_id JOIN person p ON p.id = r.author_id
  LEFT JOIN desk_member m ON m.desk_id = a.desk_id AND m.person_id = p.id
  WHERE r.article_id = $1 AND r.number = $2 AND p.id <> $3`;
