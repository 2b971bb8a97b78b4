import type { ReaderContext } from "../core/reader.ts";
import { recordLooksAt } from "../desks/record-look.ts";
import type { EngineHit } from "./engine.ts";
import type { Searched } from "./engines.ts";
import { kindsOf, productsOf } from "./facets.ts";
import { hitsOf } from "./found/hits.ts";
import { conversationByNumber } from "./look-up/number.ts";
import { peopleByName } from "./look-up/people.ts";
import { typed } from "./normal.ts";
import { promotedFor } from "./promotions.ts";
import { heldBy } from "./readers.ts";
import type { DocumentKind, Hit, QueryInput, SearchAnswer } from "./schema.ts";
import { allowVisitor } from "./visitor-limit.ts";
import { vocabularyOf } from "./vocabulary.ts";

/**
 * Searches everything a reader may see, in the app they are in: what editors put first, people and numbers, then what the
 * engine finds. What is shown, counted and suggested is what they may see at this moment.
 *
 * @throws RATE_LIMITED for a visitor who asks more than anybody types.
 */
export async function query(context: ReaderContext, input: QueryInput): Promise<SearchAnswer> {
  const started = performance.now();
  allowVisitor(context);
  const text = typed(input.text);
  const asked = { ...input, text };
  const [held, first] = await Promise.all([heldBy(context), firstOf(context, asked)]);
  const found = text === "" ? NOTHING : await searched(context, { asked, held, first });
  const [rest, products] = await Promise.all([hitsOf(context, found.hits), productsOf(context.system, found.products)]);
  const hits = [...first.slice(input.offset), ...rest].slice(0, input.limit);
  await recordLooksAt(context, conversationsIn(hits));
  const gone = found.hits.filter(({ id }) => !rest.some((hit) => hit.id === id));
  return {
    hits,
    total: found.total - gone.length + first.length,
    facets: { kinds: kindsOf(found.kinds, gone, first), products },
    ...{ suggestion: found.suggestion, engine: found.engine, degraded: found.degraded },
    took: Math.round((performance.now() - started) * 10) / 10,
  };
}

const NOTHING: Searched = {
  ...{ hits: [], total: 0, kinds: {}, products: {}, suggestion: null },
  ...{ engine: "postgres", degraded: false },
};

/** What stands before what the engine finds: on the first page, and counted on each. */
async function firstOf(context: ReaderContext, asked: QueryInput): Promise<Hit[]> {
  const { text, kinds, productId, deskId, open } = asked;
  // What is narrowed down is looked for among everything, not by name.
  if (text === "" || (productId ?? deskId ?? open) !== undefined) return [];
  const wanted = (kind: DocumentKind) => !kinds || kinds.includes(kind);
  const parts = await Promise.all([
    wanted("conversation") ? conversationByNumber(context, text) : [],
    wanted("article") ? promotedFor(context, text) : [],
    wanted("person") ? peopleByName(context, text) : [],
  ]);
  return parts.flat();
}

interface Search {
  asked: QueryInput;
  held: readonly string[];
  first: readonly Hit[];
}

async function searched(context: ReaderContext, { asked, held, first }: Search): Promise<Searched> {
  const { text, productId, deskId, open, limit, offset } = asked;
  // People are looked up.
  const kinds = asked.kinds?.filter((kind) => kind !== "person");
  if (kinds?.length === 0) return NOTHING;
  return context.system.engines.search({
    ...{ text, readers: held, vocabulary: await vocabularyOf(context.system) },
    ...(kinds && { kinds }),
    ...(productId !== undefined && { productId }),
    ...(deskId !== undefined && context.app === "console" && { deskId }),
    ...(open !== undefined && { open }),
    without: first.map(groupOf),
    limit: Math.max(1, Math.min(limit, limit + offset - first.length)),
    offset: Math.max(0, offset - first.length),
  });
}

/** The group of a hit that was looked up: its id, which has two parts. */
function groupOf({ id }: Pick<Hit | EngineHit, "id">): string {
  return id.split(":").slice(0, 2).join(":");
}

function conversationsIn(hits: readonly Hit[]): string[] {
  return hits.flatMap(({ kind, id }) => (kind === "conversation" ? (id.split(":")[1] ?? []) : []));
}
