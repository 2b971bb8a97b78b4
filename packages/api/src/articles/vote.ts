import { DomainError } from "../core/errors.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import { networkOf, type ReaderContext, readerKey } from "../core/reader.ts";
import { pseudonym } from "../core/secret.ts";
import { READER, readableTo, readerValues } from "./access.ts";
import type { VoteInput } from "./schema.ts";

/** Votes an hour: of one network, which may be a school or an office; and of visitors about one article. */
const MOST_OF_NETWORK = 60;
const MOST_OF_VISITORS = 200;
const HOUR = 3_600;

/**
 * Says whether an article helped. One vote a reader, the last one counts. Robots have none, and neither do those who write it.
 *
 * @throws NOT_FOUND for an article that the reader may not read; FORBIDDEN for its own desk; RATE_LIMITED.
 */
export async function vote(context: ReaderContext, { id, helpful, reason, comment }: VoteInput): Promise<void> {
  const { system, actor, visitor } = context;
  const { rows } = await system.db.pool.query<{ own: boolean }>({
    name: "help-vote",
    text: `SELECT EXISTS (SELECT FROM desk_member m WHERE m.desk_id = a.desk_id AND m.person_id = $1::uuid) AS own
      FROM article a WHERE a.id = $3 AND ${readableTo(READER)}`,
    values: [...readerValues(context), id],
  });
  if (!rows[0]) throw new DomainError("NOT_FOUND");
  if (rows[0].own) throw new DomainError("FORBIDDEN", { action: "vote" });
  if (!actor && visitor === "") return;
  await limitVotes(context, id);
  const said = { helpful, reason: helpful ? null : (reason ?? null), comment: comment?.trim() || null };
  const at = system.clock();
  await system.db.prisma.articleVote.upsert({
    where: { articleId_voter: { articleId: id, voter: readerKey(context) } },
    create: { articleId: id, voter: readerKey(context), ...said, at },
    update: { ...said, at },
  });
}

/** A visitor who changes their browser is another one; their network is still the same. */
async function limitVotes(context: ReaderContext, articleId: string): Promise<void> {
  const { system, actor } = context;
  const from = actor?.personId ?? networkOf(context);
  // A name that leads to no vote: who voted what is in the votes alone.
  const key = `vote:${pseudonym(system.settings.secret, "vote", from)}`;
  await takeFromLimit(system, { key, max: MOST_OF_NETWORK, windowSeconds: HOUR });
  if (actor) return;
  await takeFromLimit(system, { key: `vote:${articleId}`, max: MOST_OF_VISITORS, windowSeconds: HOUR });
}
