import { mayRead } from "../../articles/rules.ts";
import type { Audience } from "../../articles/schema.ts";
import { viewConversation } from "../../conversations/access.ts";
import { APP_OF_ROLE, type Role } from "../../core/actor.ts";
import type { Context } from "../../core/transact.ts";
import { recordLooksAt } from "../../desks/record-look.ts";
import { hitsOf } from "../found/hits.ts";
import { heldBy } from "../readers.ts";
import type { DocumentKind, Hit, SuggestedArticle, Suggestions } from "../schema.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { closest } from "./answers.ts";
import { tellingWords } from "./telling-words.ts";

const ARTICLES = 5;
const CONVERSATIONS = 4;
const DONE = new Set<string | null>(["resolved", "closed"]);

/**
 * What may help an agent answer a conversation: articles, and similar conversations that were resolved and that the agent may see.
 *
 * @throws NOT_FOUND for a conversation that is not theirs to see.
 */
export async function suggestions(
  context: Context,
  { conversationId }: { conversationId: string },
): Promise<Suggestions> {
  const { conversation } = await viewConversation(context, conversationId);
  const { system, actor } = context;
  const asked = await askedIn(context, conversationId);
  const reader = { system, actor, app: actor.app, visitor: "" };
  const [readers, vocabulary] = await Promise.all([heldBy(reader), vocabularyOf(system)]);
  const text = await tellingWords(system.engines.own, `${conversation.subject}\n${asked.text}`, readers);
  if (text === "") return { articles: [], conversations: [] };
  const similar = async (kind: DocumentKind) => {
    const without = [`conversation:${conversationId}`];
    const about = { text, readers, vocabulary, kinds: [kind], open: false, without, limit: 20, offset: 0 };
    return hitsOf(reader, closest((await system.engines.search(about)).hits));
  };
  const [articles, conversations] = await Promise.all([similar("article"), similar("conversation")]);
  const resolved = conversations.filter(({ status }) => DONE.has(status)).slice(0, CONVERSATIONS);
  await recordLooksAt(
    context,
    resolved.map(({ id }) => idOf(id)),
  );
  const published = articles.filter(({ status, product }) => status === null && fits(product, conversation.productId));
  return { articles: await suggested(context, published.slice(0, ARTICLES), asked), conversations: resolved };
}

/** About this product, or about none. */
function fits(product: Hit["product"], productId: string | null): boolean {
  return product === null || product.id === productId;
}

interface Asked {
  conversationId: string;
  role: Role;
  /** What the requester wrote: the newest and the first. */
  text: string;
  /** What was answered, for finding the links in it. */
  answered: string;
}

async function askedIn({ system }: Context, conversationId: string): Promise<Asked> {
  const { rows } = await system.db.pool.query<Omit<Asked, "conversationId">>({
    name: "asked-in",
    text: `SELECT p.role,
             (SELECT coalesce(string_agg(e.body, E'\\n' ORDER BY e.seq), '') FROM (
               SELECT seq, body FROM event WHERE conversation_id = c.id AND body IS NOT NULL AND desk_id IS NULL
               ORDER BY seq LIMIT 5) e) AS text,
             (SELECT coalesce(string_agg(e.body, E'\\n'), '') FROM (
               SELECT body FROM event WHERE conversation_id = c.id AND kind = 'message' AND desk_id IS NOT NULL
               ORDER BY seq DESC LIMIT 50) e) AS answered
           FROM conversation c JOIN person p ON p.id = c.requester_id WHERE c.id = $1`,
    values: [conversationId],
  });
  const [row] = rows;
  if (!row) throw new Error("a conversation has a requester");
  return { conversationId, ...row };
}

interface ArticleRow {
  id: string;
  slug: string;
  audience: Audience;
  deskId: string;
  sent: boolean;
}

async function suggested({ system }: Context, hits: readonly Hit[], asked: Asked): Promise<SuggestedArticle[]> {
  if (hits.length === 0) return [];
  const { rows } = await system.db.pool.query<ArticleRow>({
    name: "suggested-articles",
    text: `SELECT a.id, a.slug, a.audience, a.desk_id AS "deskId",
             EXISTS (SELECT FROM article_ticket t
               WHERE t.article_id = a.id AND t.conversation_id = $2 AND t.kind = 'answered') AS sent
           FROM article a WHERE a.id = ANY ($1::uuid[])`,
    values: [hits.map(({ id }) => idOf(id)), asked.conversationId],
  });
  const requester = { role: asked.role, app: APP_OF_ROLE[asked.role], deskIds: [] };
  return hits.flatMap((hit) => {
    const row = rows.find(({ id }) => id === idOf(hit.id));
    if (!row) return [];
    const { id: articleId, slug } = row;
    const path = `/help/articles/${slug}`;
    const readable = mayRead(requester, { ...row, live: true });
    const alreadySent = row.sent || new RegExp(`${path}(?![\\w-])`).test(asked.answered);
    return { ...hit, articleId, slug, url: system.settings.customerUrl + path, readable, alreadySent };
  });
}

function idOf(documentId: string): string {
  return documentId.split(":")[1] ?? "";
}
