import { initTRPC, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { WebSocket } from "ws";
import { ZodError } from "zod";
import { type Actor, APP_OF_ROLE, type App } from "./core/actor.ts";
import { asDomainError, DomainError, type ErrorCode } from "./core/errors.ts";
import type { System } from "./core/system.ts";

/** What a request comes with, the same over HTTP and socket. */
export interface RequestContext {
  system: System;
  actor: Actor | null;
  app: App;
  /** A visitor's pseudonym; see core/reader.ts. */
  visitor: string;
  /** The socket it came over, for bounding what a slow reader lets pile up. */
  socket: WebSocket | null;
}

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]["code"];

/** The one mapping of errors to the wire. */
const TRPC_CODE: Record<ErrorCode, TrpcCode> = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  UNAUTHENTICATED: "UNAUTHORIZED",
  WRONG_APP: "FORBIDDEN",
  CLIENT_ID_REUSED: "CONFLICT",
  CONVERSATION_CLOSED: "PRECONDITION_FAILED",
  TRANSITION_NOT_ALLOWED: "PRECONDITION_FAILED",
  ASSIGNEE_NOT_IN_DESK: "BAD_REQUEST",
  STALE_REVISION: "CONFLICT",
  SLUG_TAKEN: "CONFLICT",
  COLLECTION_NOT_EMPTY: "PRECONDITION_FAILED",
  ALREADY_LISTED: "CONFLICT",
  LIST_FULL: "PRECONDITION_FAILED",
  FILE_TOO_BIG: "PAYLOAD_TOO_LARGE",
  FILE_TYPE_REFUSED: "UNSUPPORTED_MEDIA_TYPE",
  PICTURE_TOO_BIG: "PAYLOAD_TOO_LARGE",
  PICTURE_BROKEN: "UNPROCESSABLE_CONTENT",
  IMPORT_RUNNING: "CONFLICT",
  ARCHIVE_BROKEN: "UNPROCESSABLE_CONTENT",
  ARCHIVE_TOO_BIG: "PAYLOAD_TOO_LARGE",
  STORAGE_FULL: "PRECONDITION_FAILED",
  DESK_FULL: "PRECONDITION_FAILED",
  UPLOAD_INTERRUPTED: "BAD_REQUEST",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  // A 5xx: the one kind of error after which a subscription resumes by itself.
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
};

/** The HTTP status that an error has outside of a procedure, too. */
export function statusOf(code: ErrorCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: TRPC_CODE[code] }));
}

const t = initTRPC.context<RequestContext>().create({
  errorFormatter: ({ shape, error }) => {
    const { cause } = error;
    return {
      code: shape.code,
      // What went wrong inside is the log's, not the reader's.
      message: cause instanceof DomainError ? cause.code : shape.data.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        domain: cause instanceof DomainError ? { code: cause.code, data: cause.data ?? null } : null,
        issues: cause instanceof ZodError ? cause.issues.map(({ path, message }) => ({ path, message })) : null,
      },
    };
  },
});

export const { router } = t;

/** Who may come in: says what is wrong with an actor, or nothing. */
type Door = (actor: Actor) => DomainError | null;

/**
 * A procedure behind a door. A DomainError leaves as tRPC's; everything else stays what it is and becomes a 500. One
 * middleware for all of it: each costs every call.
 */
function behind<Visitors extends "visitors too" | undefined = undefined>(door: Door, visitors?: Visitors) {
  return t.procedure.use(async ({ ctx, next }) => {
    const refused = visitors && !ctx.actor ? null : refusal(ctx.actor, door);
    if (refused) throw trpcError(refused);
    // The context is passed on as it is: making another for each call would tell the resolver's type and nothing else.
    const result = await next<{ actor: Visitors extends undefined ? Actor : Actor | null }>({});
    if (!result.ok) {
      const cause = asDomainError(result.error.cause);
      if (cause instanceof DomainError) throw trpcError(cause);
    }
    return result;
  });
}

/** An error as it goes over the wire: a DomainError, or a lost database, by its code; any other as it is. */
export function asTrpcError(error: unknown): unknown {
  const cause = asDomainError(error);
  return cause instanceof DomainError ? trpcError(cause) : error;
}

function refusal(actor: Actor | null, door: Door): DomainError | null {
  if (!actor) return new DomainError("UNAUTHENTICATED");
  const app = APP_OF_ROLE[actor.role];
  return app === actor.app ? door(actor) : new DomainError("WRONG_APP", { app });
}

function trpcError(cause: DomainError): TRPCError {
  return new TRPCError({ code: TRPC_CODE[cause.code], message: cause.code, cause });
}

/** For anybody, signed in or not. */
export const anyone = behind(() => null, "visitors too");

/** For whoever is signed in, in the app that is theirs. */
export const signedIn = behind(() => null);

/** For customers, in the customer app. */
export const customers = behind(({ app }) => wrongApp(app, "customer"));

/** For developers and admins, in the console. */
export const agents = behind(({ app }) => wrongApp(app, "console"));

/** For admins, in the console. */
export const admins = behind(({ app, role }) => {
  return wrongApp(app, "console") ?? (role === "admin" ? null : new DomainError("FORBIDDEN", { action: "administer" }));
});

function wrongApp(app: App, right: App): DomainError | null {
  return app === right ? null : new DomainError("WRONG_APP", { app: right });
}
