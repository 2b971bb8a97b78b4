import { ARTICLE_STATES, type ArticleState } from "@mintreu/api/articles/schema";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the list of articles shows; the whole of it stands in the address. */
export interface KnowledgePlace {
  /** Null for all of one's own desks. */
  deskId: string | null;
  state: ArticleState | null;
  collectionId: string | null;
  productId: string | null;
  due: boolean;
  search: string;
}

/** Reads an address. What makes no sense is as if it were not there. */
export function knowledgePlaceAt(search: Pick<URLSearchParams, "get">): KnowledgePlace {
  const state = search.get("state");
  return {
    deskId: uuid(search.get("desk")),
    state: ARTICLE_STATES.find((each) => each === state) ?? null,
    collectionId: uuid(search.get("collection")),
    productId: uuid(search.get("product")),
    due: search.get("due") === "1",
    search: (search.get("q") ?? "").slice(0, 200),
  };
}

/** What the list asks for. */
export function listInputAt({ deskId, state, collectionId, productId, due, search }: KnowledgePlace) {
  return {
    ...(deskId ? { deskId } : {}),
    ...(state ? { state } : {}),
    ...(collectionId ? { collectionId } : {}),
    ...(productId ? { productId } : {}),
    ...(due ? { due } : {}),
    ...(search ? { search } : {}),
  };
}

/** Whether anything but the desk narrows the list. */
export function isNarrowed({ state, collectionId, productId, due, search }: KnowledgePlace): boolean {
  return Boolean(state || collectionId || productId || due || search);
}

function uuid(text: string | null): string | null {
  return text && UUID.test(text) ? text : null;
}
