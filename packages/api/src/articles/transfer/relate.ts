import { setDetails } from "../set-details.ts";
import type { Planned } from "./plan.ts";
import type { Import } from "./prepare.ts";

/** Names the articles under each other that their files name, once all are there. */
export async function relate({ context, problems }: Import, planned: readonly Planned[]): Promise<void> {
  const { prisma } = context.system.db;
  const bySlug = new Map(planned.map(({ id, slug }) => [slug, id]));
  // By the address that it had where it comes from, which may be another's here.
  for (const { id, front } of planned) if (front.slug) bySlug.set(front.slug, id);
  for (const { id, path, front } of planned) {
    if (!front.related) continue;
    const wanted = front.related.flatMap((slug) => {
      const related = bySlug.get(slug);
      if (!related) problems.push({ file: path, kind: "link", why: "missing", what: slug });
      return related && related !== id ? [related] : [];
    });
    const order = { position: "asc" } as const;
    const here = await prisma.articleRelation.findMany({ where: { articleId: id }, orderBy: order });
    if (here.map(({ relatedId }) => relatedId).join() === wanted.join()) continue;
    await setDetails(context, { id, relatedIds: wanted });
  }
}
