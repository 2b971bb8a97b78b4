import { DOCUMENT_KINDS, type DocumentKind } from "@mintreu/api/search/schema";

/** How many results stand on a page. */
const PAGE_SIZE = 20;
/** Nobody reads further, and no engine counts further. */
const LAST_PAGE = 11;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the page of results shows; the whole of it stands in the address. */
export interface SearchPlace {
  text: string;
  kind: DocumentKind | null;
  productId: string | null;
  /** Only open conversations. */
  open: boolean;
  /** From 1. */
  page: number;
}

/** Reads an address. What makes no sense is as if it were not there. */
export function searchPlaceAt(search: Pick<URLSearchParams, "get">): SearchPlace {
  const kind = search.get("kind");
  const product = search.get("product");
  const page = Number(search.get("page") ?? 1);
  return {
    text: (search.get("q") ?? "").trim(),
    kind: DOCUMENT_KINDS.find((each) => each === kind) ?? null,
    productId: product && UUID.test(product) ? product : null,
    open: search.get("open") === "1",
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** What a page of results asks for. */
export function queryAt({ text, kind, productId, open, page }: SearchPlace) {
  return {
    text,
    ...(kind ? { kinds: [kind] } : {}),
    ...(productId ? { productId } : {}),
    ...(open ? { open } : {}),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  };
}

/** How many pages there are of so many results. */
export function pagesOf(total: number): number {
  return Math.min(LAST_PAGE, Math.max(1, Math.ceil(total / PAGE_SIZE)));
}
