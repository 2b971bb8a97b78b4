import { rm } from "node:fs/promises";
import type { FormatEnum, Metadata, Sharp } from "sharp";
import { DomainError } from "../core/errors.ts";
import type { System } from "../core/system.ts";
import { asFileError } from "./file-error.ts";
import { incomingPath } from "./receive.ts";

/** Pixels of a picture that is decoded in strips, all its frames together: a telephone's largest photograph has 50 million. */
const MOST_IN_STRIPS = 64_000_000;
/** Of one that has to be decoded whole: 4096 × 4096. */
const MOST_AT_ONCE = 16_777_216;
/** Longest side of a picture that is kept; what is larger is made smaller. */
const LONGEST = 2560;
/** Decoding that takes longer is given up. */
const SECONDS = 60;

/** A picture that this process wrote. */
export interface Picture {
  /** A file that its receiver takes away or deletes. */
  path: string;
  type: string;
  width: number;
  height: number;
}

/**
 * Decodes a picture and writes it anew: upright, without metadata, and no byte of it as it was sent. A moving one still moves.
 *
 * @throws PICTURE_TOO_BIG before it is decoded, PICTURE_BROKEN, STORAGE_FULL.
 */
export function rewritePicture(system: System, from: string): Promise<Picture> {
  return written(system, async (path) => {
    const sharp = await library();
    const { format, limit } = await inspect(sharp, from);
    const picture = sharp(from, { limitInputPixels: limit, animated: true, failOn: "error" }).autoOrient();
    const size = { width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true } as const;
    return encoded(picture.resize(size), format).timeout({ seconds: SECONDS }).toFile(path);
  });
}

/** Makes a picture of ours narrower. */
export function scalePicture(system: System, from: string, width: number): Promise<Picture> {
  return written(system, async (path) => {
    const sharp = await library();
    const picture = sharp(from, { animated: true }).resize({ width, withoutEnlargement: true });
    return picture.webp({ quality: 82, effort: 3 }).timeout({ seconds: SECONDS }).toFile(path);
  });
}

type Library = typeof import("sharp").default;

let loading: Promise<Library> | undefined;

/** libvips is loaded when the first picture comes, and decodes nothing but the kinds on the list. */
function library(): Promise<Library> {
  loading ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((kind) => `VipsForeignLoad${kind}`) });
    return sharp;
  });
  return loading;
}

/** What a picture says of itself, before anything of it is decoded. */
async function inspect(sharp: Library, path: string): Promise<{ format: keyof FormatEnum; limit: number }> {
  const about = await sharp(path, { animated: true, limitInputPixels: false }).metadata();
  const { format, width, height, pageHeight = height, pages = 1 } = about;
  const limit = limitOf(about);
  if (width * pageHeight * pages > limit) throw new DomainError("PICTURE_TOO_BIG", { max: limit });
  return { format, limit };
}

function limitOf({ format, isProgressive }: Metadata): number {
  return format === "jpeg" || format === "gif" || (format === "png" && !isProgressive) ? MOST_IN_STRIPS : MOST_AT_ONCE;
}

function encoded(picture: Sharp, format: keyof FormatEnum): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality: 88 });
    case "png":
      return picture.png({ compressionLevel: 8 });
    case "gif":
      return picture.gif();
    default:
      // AVIF too: writing it takes many times as long.
      return picture.webp({ quality: 88 });
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One picture after the other: many at once would each take the memory of one. */
async function written(system: System, write: (path: string) => ReturnType<Sharp["toFile"]>): Promise<Picture> {
  const path = await incomingPath(system);
  const turn = last.then(() => write(path));
  last = turn.catch(() => {});
  try {
    const { format, width, height, pageHeight } = await turn;
    return { path, type: `image/${format}`, width, height: pageHeight ?? height };
  } catch (error) {
    await rm(path, { force: true });
    throw asPictureError(error);
  }
}

/** libvips tells in words alone what is wrong with a picture. */
function asPictureError(error: unknown): unknown {
  const known = asFileError(error);
  if (known instanceof DomainError || !(known instanceof Error)) return known;
  if (/pixel limit|timeout|dimension/i.test(known.message)) {
    return new DomainError("PICTURE_TOO_BIG", { max: MOST_AT_ONCE });
  }
  return /unable to open for write|unable to call vips/i.test(known.message)
    ? known
    : new DomainError("PICTURE_BROKEN");
}
