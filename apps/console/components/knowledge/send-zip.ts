import { IMPORT_PATH, type ImportLine, type ImportReport } from "@mintreu/api/articles/schema";

/** How far an import is. */
export type Progress = { step: "uploading"; share: number } | { step: "reading"; done: number; total: number };

/** What an import is sent with. */
export interface Sending {
  deskId: string;
  file: File;
  /** Publishes nothing. */
  draft: boolean;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

/** The server's answer is no; `code` says why, and `seconds` after what time it may be yes. */
export class ImportRefused extends Error {
  readonly code: string;
  readonly seconds: number;

  constructor({ code, data }: Extract<ImportLine, { problem: object }>["problem"]) {
    super(code);
    this.name = "ImportRefused";
    this.code = code;
    this.seconds = typeof data === "object" && data && "retryAfterSeconds" in data ? Number(data.retryAfterSeconds) : 0;
  }
}

/**
 * Sends a zip to be imported. Tells how much of it has left the browser, which `fetch` cannot, then how many articles are
 * done, as the server writes a line for each step.
 *
 * @throws ImportRefused, or Error where it was interrupted or ended.
 */
export function sendZip({ deskId, file, draft, onProgress, signal }: Sending): Promise<ImportReport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const interrupted = () => reject(new Error("The import was interrupted."));
    request.open("POST", `${IMPORT_PATH}?${new URLSearchParams({ desk: deskId, ...(draft ? { draft: "1" } : {}) })}`);
    request.setRequestHeader("content-type", "application/zip");
    request.upload.onprogress = ({ loaded, total }) => onProgress({ step: "uploading", share: loaded / (total || 1) });
    request.upload.onload = () => onProgress({ step: "reading", done: 0, total: 0 });
    request.onprogress = () => {
      const last = linesOf(request.responseText).at(-1);
      if (last && "progress" in last) onProgress({ step: "reading", ...last.progress });
    };
    request.onload = () => {
      const last = linesOf(request.responseText).at(-1);
      if (last && "report" in last) resolve(last.report);
      else if (last && "problem" in last) reject(new ImportRefused(last.problem));
      else interrupted();
    };
    request.onerror = interrupted;
    request.onabort = interrupted;
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** The lines that have come whole. */
function linesOf(text: string): ImportLine[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as ImportLine]));
}
