import { z } from "zod";
import { wellFormed } from "../core/text.ts";

export const LINK_KINDS = ["guide", "reference", "tutorial", "changelog", "video", "other"] as const;
export const SOURCE_KINDS = ["sitemap", "llms_txt"] as const;
export const LINK_STATES = ["unchecked", "alive", "broken", "refused"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
export type LinkState = (typeof LINK_STATES)[number];

const id = z.uuid();
const url = z.url({ protocol: /^https?$/ }).max(2_000);

export const ofProduct = z.strictObject({ productId: id });
export const byId = z.strictObject({ id });
export const saveLinkInput = z.strictObject({
  id: id.optional(),
  productId: id,
  title: wellFormed(200),
  url,
  kind: z.enum(LINK_KINDS),
  version: z.string().trim().max(40).nullable(),
});
export const orderLinksInput = z.strictObject({ productId: id, ids: z.array(id).min(1).max(200) });
export const addSourceInput = z.strictObject({ productId: id, kind: z.enum(SOURCE_KINDS), url });

export type SaveLinkInput = z.infer<typeof saveLinkInput>;
export type AddSourceInput = z.infer<typeof addSourceInput>;

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
  problem: string | null;
  checkedAt: string | null;
}

/** A documentation site as its developer sees it. */
export interface SourceRow {
  id: string;
  kind: SourceKind;
  url: string;
  state: LinkState;
  problem: string | null;
  readAt: string | null;
  pages: number;
}
