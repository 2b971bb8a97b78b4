import type { Context } from "../core/transact.ts";

/** A product as the customer who bought it sees it. */
export interface PurchasedProduct {
  id: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  hue: number;
  newestVersion: string;
  desk: { name: string };
  purchase: {
    licence: string;
    version: string;
    purchasedAt: string;
    supportUntil: string;
    supported: boolean;
    channels: string[];
  };
}

/** The products that the actor has bought, by name; with a slug, that one alone. */
export async function listPurchases({ system, actor }: Context, slug?: string): Promise<PurchasedProduct[]> {
  const rows = await system.db.prisma.purchase.findMany({
    where: { customerId: actor.personId, ...(slug === undefined ? {} : { product: { slug } }) },
    include: { product: { include: { desk: { select: { name: true } } } } },
    orderBy: { product: { name: "asc" } },
  });
  return rows.map(({ product, licence, version, purchasedAt, supportUntil, channels }) => ({
    ...{ id: product.id, slug: product.slug, name: product.name, tagline: product.tagline, hue: product.hue },
    ...{ description: product.description, newestVersion: product.version, desk: product.desk },
    purchase: {
      ...{ licence, version, channels },
      purchasedAt: purchasedAt.toISOString(),
      supportUntil: supportUntil.toISOString(),
      supported: supportUntil > system.clock(),
    },
  }));
}
