import type { ReaderContext } from "../../core/reader.ts";
import type { EngineHit } from "../engine.ts";
import type { Hit } from "../schema.ts";
import { articleHits, draftHits } from "./articles.ts";
import { conversationHits } from "./conversations.ts";
import { linkHits, pageHits } from "./documentation.ts";
import { productHits } from "./products.ts";

/** What a hit shows besides what the engine found. */
export type Shown = Omit<Hit, "id" | "kind" | "title" | "excerpt" | "promoted">;

/** Loads things by id, as far as a reader may see them now. */
export type Load = (context: ReaderContext, ids: readonly string[]) => Promise<Map<string, Shown>>;

const LOAD = {
  article: articleHits,
  draft: draftHits,
  conversation: conversationHits,
  link: linkHits,
  page: pageHits,
  product: productHits,
} satisfies Record<string, Load>;
type Source = keyof typeof LOAD;

/**
 * What an engine found as it is shown, in the same order: loaded through the access of its domain, so that an index that is
 * out of date can leave something out and never show it.
 */
export async function hitsOf(context: ReaderContext, found: readonly EngineHit[]): Promise<Hit[]> {
  const named = found.map((hit) => ({ hit, ...nameOf(hit.id) }));
  const bySource = Map.groupBy(named, ({ source }) => source);
  const loaded = new Map(
    await Promise.all(
      [...bySource].map(async ([source, some]) => {
        const shown = await LOAD[source](
          context,
          some.map(({ id }) => id),
        );
        return [source, shown] as const;
      }),
    ),
  );
  return named.flatMap(({ hit, source, id }) => {
    const shown = loaded.get(source)?.get(id);
    if (!shown) return [];
    const { kind, title, excerpt } = hit;
    return { ...shown, id: hit.id, kind, title, excerpt, promoted: false };
  });
}

/** Whether a reader may see a document, by its id; what is no document's id is nothing they see. */
export async function isShownTo(context: ReaderContext, documentId: string): Promise<boolean> {
  if (!DOCUMENT_ID.test(documentId)) return false;
  const { source, id } = nameOf(documentId);
  return (await LOAD[source](context, [id])).has(id);
}

const DOCUMENT_ID = /^(article|conversation|link|page|product):[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(:\w+)?$/;

/** The source and the id in a document's id: `article:0190…:draft` is a draft. */
function nameOf(documentId: string): { source: Source; id: string } {
  const [kind = "", id = "", part] = documentId.split(":");
  const source = kind === "article" && part === "draft" ? "draft" : kind;
  if (!(source in LOAD)) throw new Error(`nothing is known of documents such as ${kind}`);
  return { source: source as Source, id };
}
