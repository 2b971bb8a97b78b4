import { CATEGORIES, type Category } from "@mintreu/api/conversations/schema";
import { newClientId } from "@mintreu/ui/support/outbox/entry.ts";

/** A question that is being written. */
export interface TicketDraft {
  /** Kept until the server has confirmed: sending twice opens one ticket. */
  clientId: string;
  /** Undefined until chosen; null is the platform. */
  productId: string | null | undefined;
  category: Category | undefined;
  subject: string;
  body: string;
}

/** An empty draft. */
export function emptyDraft(from: Partial<TicketDraft> = {}): TicketDraft {
  return { clientId: newClientId(), productId: undefined, category: undefined, subject: "", body: "", ...from };
}

/** The draft kept in this browser under a key; null for none, and for what is no draft. */
export function readDraft(key: string): TicketDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return isDraft(kept) ? kept : null;
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
    (draft.category === undefined || CATEGORIES.some((category) => category === draft.category))
  );
}
