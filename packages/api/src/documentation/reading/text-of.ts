import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { FetchError, type GuardedAnswer } from "../../core/guarded-fetch.ts";

const unpack = promisify(gunzip);

/** The media type of an answer, without parameters. */
export function typeOf({ headers }: GuardedAnswer): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** An answer's text, in the encoding it names; UTF-8 without one, or with one that nobody knows. */
export function decoded({ headers, body }: GuardedAnswer): string {
  const label = /charset="?([\w-]{1,40})/i.exec(headers["content-type"] ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** The same of a list, which may be a packed file; never more than `maxBytes` of it. @throws FetchError */
export async function unpacked(answer: GuardedAnswer, maxBytes: number): Promise<string> {
  const { body } = answer;
  if (body[0] !== 0x1f || body[1] !== 0x8b) return decoded(answer);
  const whole = await unpack(body, { maxOutputLength: maxBytes }).catch((error: Error & { code?: string }) => {
    throw new FetchError(error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable", error);
  });
  return new TextDecoder().decode(whole);
}
