"use client";

import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { Card } from "@mintreu/ui/kit/Card";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import Link from "next/link";
import { Entitlement } from "./Entitlement.tsx";

/** A product one has bought, leading to its page; `as` is the rank of its name. */
export function ProductCard({ product, as: Heading = "h3" }: { product: PurchasedProduct; as?: "h2" | "h3" }) {
  const { slug, name, tagline, hue, purchase } = product;
  return (
    <Card interactive className="flex h-full items-start gap-3.5">
      <ProductMark name={name} hue={hue} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Heading className="font-semibold text-base">
          <Link
            href={`/products/${slug}`}
            className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
          >
            {name}
          </Link>
        </Heading>
        <p className="line-clamp-2 text-md text-muted">{tagline}</p>
        <p className="mt-1">
          <Entitlement purchase={purchase} />
        </p>
      </div>
    </Card>
  );
}
