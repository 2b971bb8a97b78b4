import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Prisma } from "@mintreu/db/generated/client";
import { accessArticle } from "../articles/access.ts";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import type { Context } from "../core/transact.ts";
import { asFileError } from "./file-error.ts";
import { fileName } from "./file-name.ts";
import { isPicture, typeOfFile } from "./file-type.ts";
import { folderOf } from "./keys.ts";
import { rewritePicture } from "./picture.ts";
import { type Received, receive } from "./receive.ts";
import { assertRoom, holdRoom } from "./room.ts";
import type { FileTarget, FileView } from "./schema.ts";
import { storageOf } from "./storage.ts";
import { type FileRow, fileView } from "./view.ts";

interface NewFile {
  /** As its owner calls it; a path before it is dropped. */
  name: string;
  /** Its bytes; left open when they are refused. */
  stream: Readable;
  /** How many they are said to be, where that is known before they come. */
  bytes?: number;
}

/**
 * Keeps a file for something of the actor's: streamed to the disk, looked at, and only then there. The same bytes for the same
 * thing again are the same file.
 *
 * @throws NOT_FOUND, FORBIDDEN for what it is for; FILE_TOO_BIG, FILE_TYPE_REFUSED, PICTURE_TOO_BIG, PICTURE_BROKEN,
 *   DESK_FULL, STORAGE_FULL, UPLOAD_INTERRUPTED. Nothing is left then.
 */
export async function keepFile(
  context: Context,
  { target, ...file }: NewFile & { target: FileTarget },
): Promise<FileView> {
  const { article } = await accessArticle(context, target.id, "write");
  return take(context, { ...file, deskId: article.deskId, articleId: target.id });
}

/**
 * Keeps a file for an article of a desk that is about to be written; `attachFiles` gives it to that, and until then nobody has it.
 *
 * @throws as keepFile.
 */
export function keepForLater(context: Context, file: NewFile & { deskId: string }): Promise<FileView> {
  return take(context, { ...file, articleId: null });
}

/** Gives files that were kept for later to their article, in the transaction that writes it. */
export async function attachFiles(
  { file }: Prisma.TransactionClient,
  { articleId, files }: { articleId: string; files: readonly FileView[] },
): Promise<void> {
  if (files.length === 0) return;
  await file.updateMany({ where: { id: { in: files.map(({ id }) => id) }, articleId: null }, data: { articleId } });
}

async function take(context: Context, { stream, bytes = 0, ...about }: NewFile & Owned): Promise<FileView> {
  const { system } = context;
  await assertRoom(system, system.db.prisma, { deskId: about.deskId, bytes });
  const received = await receive(system, stream);
  try {
    // Again: a file may be on its way for half an hour.
    if (about.articleId) await accessArticle(context, about.articleId, "write");
    return fileView((await sameFile(context, about, received)) ?? (await keep(context, { ...about, received })));
  } finally {
    await rm(received.path, { force: true });
  }
}

interface Owned {
  /** The desk whose room it takes. */
  deskId: string;
  articleId: string | null;
}

async function sameFile({ system }: Context, { articleId }: Owned, { sha256 }: Received): Promise<FileRow | null> {
  if (!articleId) return null;
  return system.db.prisma.file.findFirst({ where: { articleId, OR: [{ sourceSha256: sha256 }, { sha256 }] } });
}

interface Arrived extends Pick<NewFile, "name">, Owned {
  received: Received;
}

async function keep(context: Context, { articleId, deskId, name, received }: Arrived): Promise<FileRow> {
  const { system, actor } = context;
  const found = await typeOfFile(received.path);
  const asItIs = { ...received, type: found, width: null, height: null };
  const { path, type, size, sha256, width, height } = isPicture(found) ? await asPicture(context, received) : asItIs;
  const id = newId(system.clock().getTime());
  const key = `${folderOf(id)}/whole`;
  const storage = await storageOf(system);
  try {
    await storage.keep(path, key, type).catch((error) => {
      throw asFileError(error);
    });
    const about = { id, name: fileName(name, type), type, size, sha256, width, height, key };
    const data = { ...about, sourceSha256: received.sha256, uploaderId: actor.personId, deskId, articleId };
    return await system.db.prisma.$transaction(async (tx) => {
      await holdRoom(tx, deskId);
      await assertRoom(system, tx, { deskId, bytes: size });
      return tx.file.create({ data });
    });
  } catch (error) {
    await forget(system, id).catch(() => {});
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** No bytes without a row. A commit whose answer was lost has made one all the same; what cannot be asked now is swept later. */
async function forget(system: System, id: string): Promise<void> {
  if ((await system.db.prisma.file.count({ where: { id } })) === 0)
    await (await storageOf(system)).deleteAll(folderOf(id));
}

async function asPicture({ system }: Context, { path }: Received) {
  const picture = await rewritePicture(system, path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(picture.path), hash);
  return { ...picture, size: (await stat(picture.path)).size, sha256: hash.digest("hex") };
}
