import type { IncomingHttpHeaders } from "node:http";
import type { ByteRange } from "../files/storage.ts";

/**
 * The part of something that a request asks for.
 *
 * @returns null for all of it, also where several parts or other units are asked for; "none" for a part that it does not have.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function rangeOf(
  headers: IncomingHttpHeaders,
  { size, etag }: { size: number; etag: string },
): ByteRange | null | "none" {
  const asked = headers.range?.match(/^bytes=(\d{0,15})-(\d{0,15})$/);
  if (!asked) return null;
  // What somebody has a part of has changed: the parts would not fit.
  if (headers["if-range"] !== undefined && headers["if-range"] !== etag) return null;
  const [, from = "", to = ""] = asked;
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return null;
  return start > end ? "none" : { start, end };
}
