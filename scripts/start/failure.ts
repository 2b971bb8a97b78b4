import { Problem } from "@mintreu/db/problem";

/** What a person is shown of an error: a problem's sentence, or where a mistake of ours happened. */
export function describeFailure(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? `${error.stack}` : String(error);
}
