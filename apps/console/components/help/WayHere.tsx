"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** What the way takes. */
export interface WayHereProps {
  /** From the outermost collection to the nearest. */
  path: readonly { slug: string; name: string }[];
  product: { slug: string; name: string } | null;
}

/** Where a page stands in the help centre, as links back. */
export function WayHere({ path, product }: WayHereProps) {
  const t = useTranslations("helpCentre");
  const steps = [
    { href: "/help", name: t("title") },
    ...(product ? [{ href: `/help/products/${product.slug}`, name: product.name }] : []),
    ...path.map(({ slug, name }) => ({ href: `/help/collections/${slug}`, name })),
  ];
  return (
    <nav aria-label={t("way")}>
      <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
        {steps.map(({ href, name }, index) => (
          <li key={href} className="flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 rtl:-scale-x-100" />}
            <Link href={href} className="target hover:text-text hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
