import type { Prisma } from "@mintreu/db/generated/client";
import { fileUrl } from "./file-name.ts";
import type { FileView } from "./schema.ts";

export type FileRow = Prisma.FileGetPayload<object>;

/** A file as screens know it. */
export function fileView({ id, name, type, size, width, height }: FileRow): FileView {
  return { id, name, type, size: Number(size), width, height, url: fileUrl({ id, name }) };
}
