import { z } from "zod";

/** Path under which both apps take uploads (POST, the bytes as the body) and serve files (GET, `/files/<id>/<name>`). */
export const FILES_PATH = "/files";
/** Biggest file, in bytes. */
export const MAX_FILE = 50 * 1024 * 1024;
/** Widths in which a picture is served: `?w=640`. */
export const PICTURE_WIDTHS = [320, 640, 960, 1600] as const;

/**
 * What an upload is for, as parameters of its address: `/files?for=article&id=…&name=…`. A conversation's files come with
 * tickets and chat.
 */
export const uploadTarget = z.strictObject({
  for: z.literal("article"),
  id: z.uuid(),
  name: z.string().min(1).max(200),
});

/** A file as screens know it. */
export interface FileView {
  id: string;
  name: string;
  /** Media type, found from the bytes. */
  type: string;
  size: number;
  width: number | null;
  height: number | null;
  /** Path on the same origin. */
  url: string;
}

export type UploadTarget = z.infer<typeof uploadTarget>;
/** What a file is for. */
export type FileTarget = Omit<UploadTarget, "name">;

/** How an upload that was refused is answered, as JSON: an error of core/errors.ts. */
export interface UploadProblem {
  code: string;
  data: unknown;
}
