import type { System } from "../core/system.ts";

const OURS = /\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/[^\s()<>"']+/g;

/**
 * How large pictures of ours are, by their addresses as a text has them, so that a page keeps their place while they load.
 *
 * @param text Markdown or HTML.
 */
export async function pictureSizes(
  { db }: System,
  text: string,
): Promise<Record<string, { width: number; height: number }>> {
  const addresses = [...new Map([...text.matchAll(OURS)].map(([address, id = ""]) => [address, id]))];
  if (addresses.length === 0) return {};
  const rows = await db.prisma.file.findMany({
    where: { id: { in: addresses.map(([, id]) => id) } },
    select: { id: true, width: true, height: true },
  });
  const sizes = new Map(rows.map(({ id, width, height }) => [id, width && height ? { width, height } : null]));
  return Object.fromEntries(
    addresses.flatMap(([address, id]) => {
      const size = sizes.get(id);
      return size ? [[address, size]] : [];
    }),
  );
}
