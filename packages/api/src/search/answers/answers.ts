import type { Context } from "../../core/transact.ts";
import type { EngineHit } from "../engine.ts";
import { hitsOf } from "../found/hits.ts";
import { heldBy, type Reader } from "../readers.ts";
import type { Answers, AnswersInput, DocumentKind, Hit } from "../schema.ts";
import { vocabularyOf } from "../vocabulary.ts";
import { tellingWords } from "./telling-words.ts";

/** A whole text always has some word in common with everything: what matches much less than the best is left out. */
const CLOSE = 0.45;

/** What may answer a ticket while it is typed: articles, documentation, and own open tickets about the same. */
export async function answers(context: Context, { text, productId }: AnswersInput): Promise<Answers> {
  const { system, actor } = context;
  const reader = { ...context, app: actor.app, visitor: "" };
  const [held, vocabulary] = await Promise.all([heldBy(reader), vocabularyOf(system)]);
  const words = await tellingWords(system.engines.own, text, held);
  if (words === "") return { articles: [], documentation: [], tickets: [] };
  const about = async (kind: DocumentKind, readers: readonly Reader[], more: object = {}) => {
    const search = { text: words, readers, vocabulary, kinds: [kind], limit: 12, offset: 0, ...more };
    return hitsOf(reader, closest((await system.engines.search(search)).hits));
  };
  const [articles, documentation, tickets] = await Promise.all([
    about("article", held),
    about("documentation", held),
    about("conversation", [`person:${actor.personId}`], { open: true }),
  ]);
  return {
    articles: forProduct(articles, productId).slice(0, 4),
    documentation: forProduct(documentation, productId).slice(0, 3),
    tickets: forProduct(tickets, productId).slice(0, 2),
  };
}

/** Those that match about as well as the best. */
export function closest(hits: readonly EngineHit[]): EngineHit[] {
  return hits.filter(({ score }) => score >= CLOSE * (hits[0]?.score ?? 0));
}

/** What is about the product, or about none; about another one is no answer. */
function forProduct(hits: readonly Hit[], productId: string | null): Hit[] {
  if (productId === null) return [...hits];
  return hits.filter(({ product }) => product === null || product.id === productId);
}
