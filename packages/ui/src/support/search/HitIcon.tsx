import type { DocumentKind } from "@mintreu/api/search/schema";
import { BookOpen, ExternalLink, type LucideIcon, MessageSquareText, Package, UserRound } from "lucide-react";

const ICONS: Record<DocumentKind, LucideIcon> = {
  article: BookOpen,
  documentation: ExternalLink,
  conversation: MessageSquareText,
  person: UserRound,
  product: Package,
};

/** What kind of thing was found; the heading above names it. */
export function HitIcon({ kind }: { kind: DocumentKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />;
}
