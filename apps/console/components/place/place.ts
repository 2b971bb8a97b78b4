import { PRIORITIES, type Priority, VIEWS, type View } from "@mintreu/api/conversations/schema";

/** Where an agent is among the conversations; the whole of it stands in the address. */
export interface Place {
  view: View;
  /** The conversation that is open. */
  id: string | null;
  /** One desk; null for all of one's own. */
  deskId: string | null;
  priority: Priority | null;
  productId: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; null where it is none of the lists'. A filter that makes no sense is as if it were not there. */
export function placeAt(pathname: string, search: Pick<URLSearchParams, "get">): Place | null {
  const [view, id, ...rest] = pathname.split("/").slice(1);
  const known = VIEWS.find((each) => each === view);
  if (!known || rest.length > 0 || (id && !UUID.test(id))) return null;
  const priority = search.get("priority");
  return {
    view: known,
    id: id || null,
    deskId: uuid(search.get("desk")),
    priority: PRIORITIES.find((each) => each === priority) ?? null,
    productId: uuid(search.get("product")),
  };
}

/** The address of a place. */
export function hrefOf({ view, id, deskId, priority, productId }: Place): string {
  const search = new URLSearchParams();
  if (deskId) search.set("desk", deskId);
  if (priority) search.set("priority", priority);
  if (productId) search.set("product", productId);
  const query = search.size > 0 ? `?${search}` : "";
  return `/${view}${id ? `/${id}` : ""}${query}`;
}

/** What the list at a place asks for. */
export function listInputAt({ view, deskId, priority, productId }: Place) {
  return {
    view,
    ...(deskId ? { deskId } : {}),
    ...(priority ? { priority } : {}),
    ...(productId ? { productId } : {}),
  };
}

/** What the counts at a place ask for. */
export function deskInputAt({ deskId }: Pick<Place, "deskId">): { deskId?: string } {
  return deskId ? { deskId } : {};
}

function uuid(text: string | null): string | null {
  return text && UUID.test(text) ? text : null;
}
