import type { InputOf, OutputOf, ProcedurePath } from "@mintreu/api/client/procedures";
import type { ErrorCode } from "@mintreu/api/core/errors";

/** Why a call did not do what it should. */
export type CallProblem = "offline" | "often" | "gone" | "failed";

/** What a call throws when the server's answer is no. */
class CallRefused extends Error {
  readonly code: ErrorCode | null;

  constructor(code: ErrorCode | null) {
    super(code ?? "the server refused");
    this.name = "CallRefused";
    this.code = code;
  }
}

/**
 * Calls a mutation over HTTP as whoever the browser's cookie says, or nobody: a few lines in place of a client library, for
 * pages that shall weigh little. It is finished even when the page is left meanwhile.
 *
 * @throws CallRefused, or TypeError without a connection.
 */
export async function call<P extends ProcedurePath>(path: P, input: InputOf<P>): Promise<OutputOf<P>> {
  const body = JSON.stringify(input);
  return answerOf(await fetch(`${BASE}/${path}`, { method: "POST", headers: JSON_BODY, body, keepalive: true }));
}

/** Calls a query the same way. */
export async function ask<P extends ProcedurePath>(
  path: P,
  input: InputOf<P>,
  signal?: AbortSignal,
): Promise<OutputOf<P>> {
  const query = new URLSearchParams({ input: JSON.stringify(input) });
  return answerOf(await fetch(`${BASE}/${path}?${query}`, signal ? { signal } : {}));
}

/** What to tell a person about an error of a call. */
export function problemOf(error: unknown): CallProblem {
  if (!(error instanceof CallRefused)) return "offline";
  if (error.code === "RATE_LIMITED") return "often";
  return error.code === "NOT_FOUND" || error.code === "FORBIDDEN" ? "gone" : "failed";
}

const BASE = "/api/trpc";
const JSON_BODY = { "content-type": "application/json" };

async function answerOf<Value>(response: Response): Promise<Value> {
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer.result.data;
  throw new CallRefused(answer?.error?.data?.domain?.code ?? null);
}
