import type { System } from "../core/system.ts";

const OURS = /^\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/;

/**
 * How large pictures of ours are, by their addresses as a text has them, so that a page keeps their place while they load.
 * Others' are left out.
 */
export async function pictureSizes(
  { db }: System,
  addresses: readonly string[],
): Promise<Record<string, { width: number; height: number }>> {
  const ids = new Map(addresses.flatMap((address) => address.match(OURS)?.[1] ?? []).map((id) => [id, id]));
  const rows = await db.prisma.file.findMany({
    where: { id: { in: [...ids.keys()] } },
    select: { id: true, width: true, height: true },
  });
  const sizes = new Map(rows.map(({ id, width, height }) => [id, width && height ? { width, height } : null]));
  return Object.fromEntries(
    addresses.flatMap((address) => {
      const size = sizes.get(address.match(OURS)?.[1] ?? "");
      return size ? [[address, size]] : [];
    }),
  );
}
