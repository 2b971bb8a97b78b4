import type { TypesenseSettings } from "../../core/system.ts";

/** Typesense said no, or said nothing. Tells what was asked, never what it was asked with. */
export class TypesenseError extends Error {
  /** Of the answer; 0 without one. */
  readonly status: number;

  constructor(asked: string, { status, message, cause }: { status: number; message: string; cause?: unknown }) {
    super(`typesense: ${asked}: ${[status || "", spoken(message)].join(" ").trim()}`, { cause });
    this.name = "TypesenseError";
    this.status = status;
  }
}

interface Call {
  query?: Record<string, string>;
  /** An object goes as JSON, text as lines of it. */
  body?: object | string;
  /** How long (ms) an answer is waited for. */
  timeoutMs: number;
}

type Method = "GET" | "PUT" | "POST" | "DELETE";

/** Speaks to one Typesense server, with its key. */
export class TypesenseClient {
  readonly #url: string;
  readonly #apiKey: string;

  constructor({ url, apiKey }: TypesenseSettings) {
    this.#url = url.replace(/\/+$/, "");
    this.#apiKey = apiKey;
  }

  /**
   * Makes one request, once: whoever asks decides whether to ask again.
   *
   * @param path what stands in it is encoded already.
   * @returns the answer's JSON, or its text where it is none.
   * @throws TypesenseError
   */
  async call<Answer>(method: Method, path: string, { query = {}, body, timeoutMs }: Call): Promise<Answer> {
    const asked = `${method} ${path}`;
    const search = new URLSearchParams(query).toString();
    const init = { method, headers: this.#headersFor(body), signal: AbortSignal.timeout(timeoutMs) };
    const sent = typeof body === "object" ? JSON.stringify(body) : body;
    try {
      const url = `${this.#url}${path}${search && `?${search}`}`;
      const response = await fetch(url, sent === undefined ? init : { ...init, body: sent });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      if (!response.ok) throw refusal(asked, response.status, text);
      return (isJson ? JSON.parse(text) : text) as Answer;
    } catch (cause) {
      if (cause instanceof TypesenseError) throw cause;
      const message = cause instanceof Error && cause.name === "TimeoutError" ? "no answer in time" : "no answer";
      throw new TypesenseError(asked, { status: 0, message, cause });
    }
  }

  /** The same, for something that may not be there: null then. */
  async find<Answer>(method: Method, path: string, call: Call): Promise<Answer | null> {
    try {
      return await this.call<Answer>(method, path, call);
    } catch (error) {
      if (error instanceof TypesenseError && error.status === 404) return null;
      throw error;
    }
  }

  #headersFor(body: Call["body"]): Record<string, string> {
    const type = typeof body === "string" ? "application/octet-stream" : "application/json";
    return { "x-typesense-api-key": this.#apiKey, ...(body === undefined ? {} : { "content-type": type }) };
  }
}

function refusal(asked: string, status: number, text: string): TypesenseError {
  return new TypesenseError(asked, { status, message: /"message"\s*:\s*"([^"\n]*)/.exec(text)?.[1] ?? "" });
}

/** The words of a message: after a colon or between marks it may quote what was asked, and by whom. */
function spoken(message: string): string {
  return (/^[\w ,.'/-]*/.exec(message)?.[0] ?? "").slice(0, 80).trim();
}
