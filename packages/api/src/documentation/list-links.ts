import type { ProductLink } from "@mintreu/db/generated/client";
import { DomainError } from "../core/errors.ts";
import type { ReaderContext } from "../core/reader.ts";
import type { Context } from "../core/transact.ts";
import { accessProduct } from "./access.ts";
import type { LinkRow, LinkView } from "./schema.ts";

interface OfProduct {
  productId: string;
}

/** A product's documentation for readers, in its developer's order; never an address that is none of the public network. */
export async function listDocumentation({ system }: ReaderContext, { productId }: OfProduct): Promise<LinkView[]> {
  const product = await system.db.prisma.product.findUnique({
    where: { id: productId },
    select: { links: { where: { state: { not: "refused" } }, orderBy: [{ position: "asc" }, { id: "asc" }] } },
  });
  if (!product) throw new DomainError("NOT_FOUND");
  return product.links.map(viewOf);
}

/** The same for those who look after it, with what the checks said. */
export async function listLinks(context: Context, { productId }: OfProduct): Promise<LinkRow[]> {
  await accessProduct(context, productId);
  const links = await context.system.db.prisma.productLink.findMany({
    where: { productId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return links.map((link) => ({
    ...viewOf(link),
    ...{ state: link.state, problem: link.problem, checkedAt: link.checkedAt?.toISOString() ?? null },
  }));
}

function viewOf({ id, title, url, kind, version, state }: ProductLink): LinkView {
  return { id, title, url, kind, version, alive: state === "alive" || state === "unchecked" };
}
