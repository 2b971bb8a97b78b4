import { FILES_PATH, type FileTarget, type FileView, MAX_FILE, type UploadProblem } from "@mintreu/api/files/schema";

/** Why a file was not taken: a code of the messages' `errors`. */
export class UploadError extends Error {
  readonly code: string;
  /** Whether sending the same file again may work. */
  readonly again: boolean;

  constructor(code: string) {
    super(code);
    this.name = "UploadError";
    this.code = code;
    this.again = AGAIN.has(code);
  }
}

const AGAIN = new Set(["UPLOAD_INTERRUPTED", "STORAGE_FULL", "RATE_LIMITED", "UNAVAILABLE", "UNAUTHENTICATED"]);

interface Options {
  /** How much is sent: 0 to 1, then 1 while the server looks at it. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
  /** Who sends it; when somebody else has signed in meanwhile, nothing is sent as them. */
  personId?: string;
}

/**
 * Uploads a file for something. By XMLHttpRequest, since `fetch` tells nothing of what is sent.
 *
 * @throws UploadError when it is not taken; the signal's reason when it is given up.
 */
export function uploadFile(file: File, target: FileTarget, options: Options = {}): Promise<FileView> {
  const { onProgress, signal, personId } = options;
  if (file.size > MAX_FILE) return Promise.reject(new UploadError("FILE_TOO_BIG"));
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const giveUp = () => {
      request.abort();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", giveUp, { once: true });
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress?.(1);
    request.onloadend = () => {
      signal?.removeEventListener("abort", giveUp);
      if (request.status === 201) resolve(request.response as FileView);
      else reject(new UploadError(codeOf(request)));
    };
    const name = file.name || "picture";
    request.open("POST", `${FILES_PATH}?${new URLSearchParams({ ...target, name: name.slice(-200) })}`);
    request.responseType = "json";
    if (personId) request.setRequestHeader("x-mintreu-person", personId);
    request.send(file);
  });
}

function codeOf({ status, response }: XMLHttpRequest): string {
  if (status === 0) return "UPLOAD_INTERRUPTED";
  const { code = "INVALID" } = (response ?? {}) as Partial<UploadProblem>;
  return status >= 500 ? "UNAVAILABLE" : code;
}
