import type { ErrorCode } from "@mintreu/api/core/errors";
import { TRPCClientError } from "@trpc/client";

/** Why something that was asked for did not happen, as the screen needs to know it. */
export type Failure =
  /** No answer, or the server is not well: the same again may work. */
  | { kind: "transient"; retryAfterSeconds?: number }
  | { kind: "signed-out" }
  /** The answer is no. */
  | { kind: "refused"; code: ErrorCode | "INVALID" };

interface Shape {
  httpStatus?: number;
  domain?: { code: ErrorCode; data: unknown } | null;
}

/** Reads what a call threw. Whatever is not clearly a refusal counts as transient. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { kind: "transient" };
  const { domain, httpStatus = 0 }: Shape = error.data ?? {};
  if (domain?.code === "UNAUTHENTICATED" || httpStatus === 401) return { kind: "signed-out" };
  if (domain?.code === "RATE_LIMITED") return { kind: "transient", ...waitOf(domain.data) };
  if (domain && domain.code !== "UNAVAILABLE") return { kind: "refused", code: domain.code };
  const refused = httpStatus >= 400 && httpStatus < 500 && !AGAIN.has(httpStatus);
  return refused ? { kind: "refused", code: "INVALID" } : { kind: "transient" };
}

/** Timeout, too early, too many: the request itself is fine. */
const AGAIN = new Set([408, 425, 429]);

function waitOf(data: unknown): { retryAfterSeconds?: number } {
  if (typeof data !== "object" || data === null || !("retryAfterSeconds" in data)) return {};
  return { retryAfterSeconds: Number(data.retryAfterSeconds) };
}
