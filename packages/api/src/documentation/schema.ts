import { z } from "zod";
import { wellFormed } from "../core/text.ts";

export const LINK_KINDS = ["guide", "reference", "tutorial", "changelog", "video", "other"] as const;
export const SOURCE_KINDS = ["sitemap", "llms_txt"] as const;
export const LINK_STATES = ["unchecked", "alive", "broken", "refused"] as const;
/** What can be wrong with an address, beside a status such as `404`. */
export const PROBLEMS = [
  ...["private-address", "unknown-host", "unreachable", "timeout", "certificate", "too-many-redirects"],
  // Of a documentation site alone.
  ...["too-large", "unreadable", "robots", "nothing-listed", "took-too-long"],
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type LinkState = (typeof LINK_STATES)[number];

/** What a product may list, and what is read of each site. */
export const MAX_LINKS = 200;
export const MAX_SOURCES = 5;
export const MAX_PAGES = 500;

const id = z.uuid();
const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  // A browser takes spaces in a host for %20, and no host has either.
  .refine((text) => URL.canParse(text) && !new URL(text).hostname.includes("%"), "url.host")
  // Everybody reads it: no place for a password.
  .refine((text) => URL.canParse(text) && new URL(text).username + new URL(text).password === "", "url.credentials");

export const ofProduct = z.strictObject({ productId: id });
export const byId = z.strictObject({ id });
export const saveLinkInput = z.strictObject({
  id: id.optional(),
  productId: id,
  title: wellFormed(200),
  url,
  kind: z.enum(LINK_KINDS),
  version: wellFormed(40)
    .transform((text) => text.trim())
    .nullable(),
});
export const orderLinksInput = z.strictObject({ productId: id, ids: z.array(id).min(1).max(MAX_LINKS) });
export const addSourceInput = z.strictObject({ productId: id, kind: z.enum(SOURCE_KINDS), url });

export type SaveLinkInput = z.infer<typeof saveLinkInput>;
export type AddSourceInput = z.infer<typeof addSourceInput>;
export type OrderLinksInput = z.infer<typeof orderLinksInput>;

/** A link as readers see it. */
export interface LinkView {
  id: string;
  title: string;
  url: string;
  kind: LinkKind;
  version: string | null;
  /** False when it was found broken: shown with a warning. */
  alive: boolean;
}

/** A link as its developer sees it. */
export interface LinkRow extends LinkView {
  state: LinkState;
  /** One of PROBLEMS or a status; there may be one before the link counts as broken. */
  problem: string | null;
  checkedAt: string | null;
}

/** A documentation site as its developer sees it. */
export interface SourceRow {
  id: string;
  kind: SourceKind;
  url: string;
  state: LinkState;
  /** One of PROBLEMS or a status. */
  problem: string | null;
  readAt: string | null;
  pages: number;
  /** Pages that a reading under way has still to ask for; null while none is. */
  left: number | null;
}
