import type { ClientBase } from "pg";
import type { Thing } from "../changed.ts";
import type { SearchDocument } from "../engine.ts";
import { articleDocumentIds, articleDocuments } from "./article.ts";
import { conversationDocuments, goneConversationDocumentIds } from "./conversation.ts";
import { linkDocuments, pageDocuments } from "./documentation.ts";
import { productDocuments } from "./product.ts";

/** Something that the index is to look at again. */
export interface Ref {
  thing: Thing;
  id: string;
}

/** What an index has to hold of some things, and what it has to hold no longer. */
export interface Built {
  documents: SearchDocument[];
  removed: string[];
}

type Build = (client: ClientBase, ids: readonly string[]) => Promise<SearchDocument[]>;

const BUILD: Record<Thing, Build> = {
  article: articleDocuments,
  conversation: conversationDocuments,
  link: linkDocuments,
  page: pageDocuments,
  product: productDocuments,
};

/** Reads things as they are now. Each has whole documents, so that writing them twice, or late, changes nothing. */
export async function buildDocuments(client: ClientBase, refs: readonly Ref[]): Promise<Built> {
  const documents: SearchDocument[] = [];
  const removed: string[] = [];
  for (const [thing, some] of Map.groupBy(refs, (ref) => ref.thing)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    const made = await BUILD[thing](client, ids);
    const there = new Set(made.map(({ id }) => id));
    documents.push(...made);
    removed.push(...(await possibleIds(client, thing, ids)).filter((id) => !there.has(id)));
  }
  return { documents, removed };
}

/** The documents that things may have, or have had. */
async function possibleIds(client: ClientBase, thing: Thing, ids: readonly string[]): Promise<string[]> {
  switch (thing) {
    case "article":
      return ids.flatMap(articleDocumentIds);
    case "conversation":
      return goneConversationDocumentIds(client, ids);
    case "link":
    case "page":
    case "product":
      return ids.map((id) => `${thing}:${id}`);
  }
}
