import { DOCUMENT_KINDS, type DocumentKind, MAX_QUERY } from "@mintreu/api/search/schema";

/** What stands in the address of the page of results. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** What is searched, as the address says it. */
export interface Asked {
  text: string;
  kind: DocumentKind | null;
  productId: string | null;
  /** From 1. */
  page: number;
}

/** Results on a page. */
export const ON_PAGE = 20;
/** As far as search leads: whoever has not found it by then asks in other words. */
export const LAST_PAGE = 11;

/** Reads an address; what makes no sense in it is left out. */
export function askedBy(params: SearchParams): Asked {
  const first = (name: string) => [params[name]].flat()[0] ?? "";
  const page = Math.trunc(Number(first("page")));
  return {
    text: first("q").trim().slice(0, MAX_QUERY),
    kind: DOCUMENT_KINDS.find((kind) => kind === first("kind")) ?? null,
    productId: UUID.test(first("product")) ? first("product") : null,
    page: page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  };
}

/** The address of the same search with something changed; a change of what is searched begins at the first page. */
export function addressOfSearch(asked: Asked, change: Partial<Asked>): string {
  const { text, kind, productId, page } = { ...asked, page: 1, ...change };
  const query = new URLSearchParams({
    q: text,
    ...(kind && { kind }),
    ...(productId && { product: productId }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/help/search?${query}`;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
