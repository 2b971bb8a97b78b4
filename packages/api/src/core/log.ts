import { isConnectionLost } from "./errors.ts";

/**
 * Writes an error into the log, without what people wrote or secrets: databases put the values of a statement, and whole
 * rows, into their messages and details. What tells where it happened stays: name, code, constraint and the stack's lines.
 */
export function logError(where: string, error: unknown): void {
  console.error(`${where}: ${described(error)}`);
}

function described(error: unknown): string {
  if (!(error instanceof Error)) return "something was thrown that is no error";
  const facts = ["code", "table", "constraint", "routine"].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? `${name} ${value}` : [];
  });
  // Where a lost database was noticed tells nothing, and many notice it.
  const stack = isConnectionLost(error) ? "" : (error.stack ?? "");
  const lines = stack.split("\n").filter((line) => /^ {4}at /.test(line));
  const cause = error.cause === undefined ? [] : [`because of ${described(error.cause)}`];
  return [[error.name, ...(isOfDatabase(error) ? [] : [error.message]), ...facts].join(", "), ...lines, ...cause].join(
    "\n",
  );
}

/** Of PostgreSQL, which gives a severity, or of Prisma, which names itself. */
function isOfDatabase(error: Error): boolean {
  return "severity" in error || "clientVersion" in error || /Prisma|DriverAdapter/.test(error.name);
}
