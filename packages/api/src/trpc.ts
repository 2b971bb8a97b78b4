import { initTRPC, TRPCError } from "@trpc/server";
import type { WebSocket } from "ws";
import { ZodError } from "zod";
import { type Actor, APP_OF_ROLE } from "./core/actor.ts";
import { DomainError, type ErrorCode } from "./core/errors.ts";
import type { System } from "./core/system.ts";

/** What a request comes with, the same over HTTP and socket. */
export interface RequestContext {
  system: System;
  actor: Actor | null;
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
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  // A 5xx: the one kind of error after which a subscription resumes by itself.
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
};

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

export const { router, createCallerFactory } = t;

/** Turns a DomainError into tRPC's; everything else stays what it is and becomes a 500. */
const errors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !(result.error.cause instanceof DomainError)) return result;
  const cause: DomainError = result.error.cause;
  throw new TRPCError({ code: TRPC_CODE[cause.code], message: cause.code, cause });
});

/** For whoever is signed in, in the app that is theirs. */
export const signedIn = t.procedure.use(errors).use(({ ctx, next }) => {
  const { actor } = ctx;
  if (!actor) throw new DomainError("UNAUTHENTICATED");
  if (APP_OF_ROLE[actor.role] !== actor.app) throw new DomainError("WRONG_APP", { app: APP_OF_ROLE[actor.role] });
  return next({ ctx: { ...ctx, actor } });
});

/** For customers in the customer app. */
export const customers = signedIn.use(({ ctx, next }) => {
  if (ctx.actor.app !== "customer") throw new DomainError("WRONG_APP", { app: "customer" });
  return next();
});

/** For developers and admins in the console. */
export const agents = signedIn.use(({ ctx, next }) => {
  if (ctx.actor.app !== "console") throw new DomainError("WRONG_APP", { app: "console" });
  return next();
});

/** For admins. */
export const admins = agents.use(({ ctx, next }) => {
  if (ctx.actor.role !== "admin") throw new DomainError("FORBIDDEN", { action: "administer" });
  return next();
});
