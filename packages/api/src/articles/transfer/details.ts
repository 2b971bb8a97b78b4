import type { System } from "../../core/system.ts";
import type { DeskAccess } from "../access.ts";
import { may } from "../rules.ts";
import type { ArticleState, ImportProblem } from "../schema.ts";
import type { ImportedCollections } from "./import-collections.ts";
import { folderOf } from "./names.ts";
import type { Planned } from "./plan.ts";

/** How an import goes about what its files do not say. */
export interface Manner {
  access: DeskAccess;
  collections: ImportedCollections;
  /** Ids of the products that the desk may write about, by slug. */
  products: ReadonlyMap<string, string>;
  /** What is about no product of its own is about this one. */
  productId: string | null;
  /** Nothing is published. */
  draft: boolean;
}

/** Products that a desk may write about: its own, and the platform's desk about all. */
export async function productsOf({ db }: System, { desk }: DeskAccess): Promise<Map<string, string>> {
  const where = desk.kind === "platform" ? {} : { deskId: desk.id };
  const rows = await db.prisma.product.findMany({ where, select: { id: true, slug: true } });
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** The product that a file names; one that nobody knows is told. */
export function productOf(
  { products, productId }: Manner,
  { front, path }: Planned,
  problems: ImportProblem[],
): string | null {
  if (front.product === undefined) return productId;
  const id = products.get(front.product);
  if (id) return id;
  problems.push({ file: path, kind: "file", why: "unknown", what: `product: ${front.product}` });
  return productId;
}

export function collectionOf({ collections }: Manner, { path }: Planned): string | null {
  return collections.ids.get(folderOf(path)) ?? null;
}

/** Where an article shall stand. What has to be reviewed, an import does not publish either. */
export function stateOf({ access, draft }: Manner, { front, unsure }: Planned): ArticleState {
  if (draft || front.draft || unsure) return "draft";
  const wanted = front.state ?? "published";
  if (wanted !== "published") return wanted;
  const { desk, writer } = access;
  const article = { state: "draft", live: false, reviews: desk.reviews, writerId: writer.personId } as const;
  return may(writer, article, "publish") ? "published" : "in_review";
}
