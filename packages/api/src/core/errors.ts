/** What each error tells its reader beyond its code. Adding a code here fails to compile until every map of codes has it. */
interface ErrorData {
  /** There is nothing here that this person may see. */
  NOT_FOUND: undefined;
  /** The person sees it and may not do this to it. */
  FORBIDDEN: { action: string };
  UNAUTHENTICATED: undefined;
  /** Signed in, at the door of the other app. */
  WRONG_APP: { app: "customer" | "console" };
  /** The client id was used before, for something else. */
  CLIENT_ID_REUSED: undefined;
  /** A closed conversation accepts nothing but a follow-up. */
  CONVERSATION_CLOSED: undefined;
  TRANSITION_NOT_ALLOWED: { from: string; to: string };
  /** The person is no member of the desk that shall hold the conversation. */
  ASSIGNEE_NOT_IN_DESK: undefined;
  /** Somebody has saved a newer revision of the article meanwhile. */
  STALE_REVISION: { revision: number; by: string; at: string };
  /** Another article has this address, or had it. */
  SLUG_TAKEN: undefined;
  /** A collection that holds something is deleted only once it is said where that goes. */
  COLLECTION_NOT_EMPTY: undefined;
  /** This address is in the list already. */
  ALREADY_LISTED: undefined;
  /** A list holds as many as it may. */
  LIST_FULL: { max: number };
  /** Bytes that a file may have. */
  FILE_TOO_BIG: { max: number };
  /** By its bytes, the file is of a type that is not taken; null for one that nobody knows. */
  FILE_TYPE_REFUSED: { type: string | null };
  /** Pixels that a picture of its kind may have, all its frames together. */
  PICTURE_TOO_BIG: { max: number };
  /** It begins as a picture and cannot be read as one. */
  PICTURE_BROKEN: undefined;
  /** Something is being imported into this desk already. */
  IMPORT_RUNNING: undefined;
  /** It is no zip archive, it is damaged, or names in it lead out of it. */
  ARCHIVE_BROKEN: undefined;
  /** It holds more than is taken, or unpacks to more than anybody would write. */
  ARCHIVE_TOO_BIG: undefined;
  /** There is no room for another file. */
  STORAGE_FULL: undefined;
  /** The desk's files together would be more bytes than it may keep. */
  DESK_FULL: { used: number; max: number };
  /** The file did not arrive whole. */
  UPLOAD_INTERRUPTED: undefined;
  RATE_LIMITED: { retryAfterSeconds: number };
  /** The database cannot be reached; the same request may be sent again. */
  UNAVAILABLE: undefined;
}

export type ErrorCode = keyof ErrorData;

/**
 * Something a person ran into, as opposed to a programmer's mistake. What the person reads is looked up by the code.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly data: ErrorData[Code];

  constructor(code: Code, ...[data]: ErrorData[Code] extends undefined ? [] : [ErrorData[Code]]) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.data = data as ErrorData[Code];
  }
}

const CONNECTION_LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "08001",
  // Prisma's: not reachable, timed out, closed by the server. https://www.prisma.io/docs/orm/reference/error-reference
  "P1001",
  "P1002",
  "P1008",
  "P1017",
]);

/**
 * Whether an error says that the database went away, rather than that the statement was wrong.
 *
 * @see https://www.postgresql.org/docs/18/errcodes-appendix.html classes 08 and 57
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && CONNECTION_LOST.has(String(error.code))) return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message);
}

/** A lost database as the error people can retry; every other error as it is. */
export function asDomainError(error: unknown): unknown {
  return isConnectionLost(error) ? new DomainError("UNAVAILABLE") : error;
}
