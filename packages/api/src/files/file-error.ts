import { DomainError } from "../core/errors.ts";

const CUT = new Set(["ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE", "ABORT_ERR", "EPIPE"]);

/** What a person can be told of a file that could not be taken: the disk is full, or the upload was cut. Others as they are. */
export function asFileError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  if (isDiskFull(error)) return new DomainError("STORAGE_FULL");
  return CUT.has(codeOf(error)) ? new DomainError("UPLOAD_INTERRUPTED") : error;
}

/** Storage wraps what the system said; libvips has it in its words alone. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ["ENOSPC", "EDQUOT"].includes(codeOf(error)) ||
    /No space left on device|Disk quota exceeded/i.test(error.message) ||
    isDiskFull(error.cause)
  );
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
