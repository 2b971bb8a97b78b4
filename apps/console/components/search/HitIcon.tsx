import type { DocumentKind, Hit } from "@mintreu/api/search/schema";
import { Avatar } from "@mintreu/ui/kit/Avatar";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { BookOpenText, ExternalLink, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { plain } from "./plain.ts";

const icons: Record<DocumentKind, (hit: Hit) => ReactNode> = {
  article: () => <Ground icon={<BookOpenText />} />,
  documentation: () => <Ground icon={<ExternalLink />} />,
  conversation: () => <Ground icon={<MessageSquare />} />,
  person: (hit) => <Avatar name={plain(hit.title)} size="sm" />,
  product: (hit) => (
    <ProductMark name={plain(hit.title)} size="xs" {...(hit.product ? { hue: hit.product.hue } : {})} />
  ),
};

/** What was found, at a glance. Decorative: its kind is told in words, too. */
export function HitIcon({ hit }: { hit: Hit }) {
  return (
    <span aria-hidden className="grid size-6 shrink-0 place-items-center">
      {icons[hit.kind](hit)}
    </span>
  );
}

function Ground({ icon }: { icon: ReactNode }) {
  return <span className="grid size-6 place-items-center rounded-sm bg-hover text-muted [&_svg]:size-3.5">{icon}</span>;
}
