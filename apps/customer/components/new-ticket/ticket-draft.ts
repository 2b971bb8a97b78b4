import { CATEGORIES, type Category } from "@mintreu/api/conversations/schema";
import { newClientId } from "@mintreu/ui/support/outbox/entry.ts";

/** The article that somebody read before they asked. */
export interface ReadArticle {
  id: string;
  slug: string;
  title: string;
}

/** A question that is being written. */
export interface TicketDraft {
  /** Kept until the server has confirmed: sending twice opens one ticket. */
  clientId: string;
  /** Undefined until chosen; null is the platform. */
  productId: string | null | undefined;
  category: Category | undefined;
  article: ReadArticle | null;
  subject: string;
  body: string;
}

/** An empty draft. */
export function emptyDraft(from: Partial<TicketDraft> = {}): TicketDraft {
  const nothing = { productId: undefined, category: undefined, article: null, subject: "", body: "" };
  return { clientId: newClientId(), ...nothing, ...from };
}

/** The draft kept in this browser under a key; null for none, and for what is no draft. */
export function readDraft(key: string): TicketDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    // One that was kept by an earlier version names no article.
    return isDraft(kept) ? { ...kept, article: kept.article ?? null } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; null forgets it. A forbidden or full storage loses the copy, not what is on screen. */
export function keepDraft(key: string, draft: TicketDraft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {}
}

function isDraft(value: unknown): value is TicketDraft {
  if (typeof value !== "object" || value === null) return false;
  const draft: Partial<Record<keyof TicketDraft, unknown>> = value;
  return (
    typeof draft.clientId === "string" &&
    typeof draft.subject === "string" &&
    typeof draft.body === "string" &&
    isArticle(draft.article ?? null) &&
    (draft.category === undefined || CATEGORIES.some((category) => category === draft.category))
  );
}

function isArticle(value: unknown): value is ReadArticle | null {
  if (value === null) return true;
  if (typeof value !== "object") return false;
  const article: Partial<Record<keyof ReadArticle, unknown>> = value;
  return [article.id, article.slug, article.title].every((each) => typeof each === "string");
}
