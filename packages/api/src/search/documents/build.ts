import type { ClientBase } from "pg";
import type { Thing } from "../changed.ts";
import type { SearchDocument } from "../engine.ts";
import { articleDocumentIds, articleDocuments } from "./article.ts";
import { conversationDocuments } from "./conversation.ts";
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
  for (const [thing, some] of Map.groupBy(refs, (ref) => ref.thing)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    documents.push(...(await BUILD[thing](client, ids)));
  }
  const there = new Set(documents.map(({ id }) => id));
  return { documents, removed: refs.flatMap(possibleIds).filter((id) => !there.has(id)) };
}

/** The documents that something may have left behind. A part of a conversation, once written, stays: events are never taken back. */
function possibleIds({ thing, id }: Ref): string[] {
  return thing === "article" ? articleDocumentIds(id) : thing === "conversation" ? [] : [`${thing}:${id}`];
}
