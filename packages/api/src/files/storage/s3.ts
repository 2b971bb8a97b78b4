import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { Disk } from "flydrive";
import { S3Driver } from "flydrive/drivers/s3";
import type { S3Settings } from "../../core/system.ts";
import type { Storage } from "../storage.ts";

/** Files in a bucket of S3 or what speaks its language. They leave it through us alone, so that no address of theirs is given out. */
export function s3Storage({ bucket, region, endpoint, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // What stands in for S3 elsewhere does not know the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const disk = new Disk(new S3Driver({ client, bucket, visibility: "private", supportsACL: false }));
  return {
    keep: async (path, key, contentType) => {
      const { size } = await stat(path);
      await disk.putStream(key, createReadStream(path), { contentType, contentLength: size });
      await rm(path);
    },
    read: (Key, range) =>
      orNull(async () => {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key, Range }));
        return Body instanceof Readable ? Body : null;
      }),
    sizeOf: (Key) =>
      orNull(async () => (await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))).ContentLength ?? null),
    deleteAll: async (folder) => {
      for await (const key of keysIn(disk, folder)) await disk.delete(key);
    },
    list: (folder) => keysIn(disk, folder),
  };
}

/** S3 has no folders, and the disk takes the slash from a prefix: `a/b` is no part of `a/bc`. */
async function* keysIn(disk: Disk, folder: string): AsyncGenerator<string> {
  let paginationToken: string | undefined;
  do {
    const page = await disk.listAll(folder, { recursive: true, ...(paginationToken && { paginationToken }) });
    for (const object of page.objects) if (object.isFile && object.key.startsWith(`${folder}/`)) yield object.key;
    ({ paginationToken } = page);
  } while (paginationToken);
}

/** S3 tells by an error that something is not there. */
async function orNull<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
