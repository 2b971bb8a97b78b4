import type { BrowserContext, Page, Request } from "playwright-core";

/** Writes down what the windows of a profile send, get and complain about. */
export class Witness {
  /** Bodies of answers and socket frames, in both directions. */
  readonly wire: string[] = [];
  /** Requests to any host but ours. */
  readonly foreign: string[] = [];
  /** Errors and warnings of the console, refused policies, exceptions. */
  readonly complaints: string[] = [];
  /** Dialogs that opened, which none should. */
  readonly dialogs: string[] = [];
  /** Calls of our interface over HTTP. */
  readonly calls: string[] = [];
  /** Frames that came over the socket. */
  readonly framesIn: string[] = [];
  /** Frames that went over the socket. */
  readonly framesOut: string[] = [];
  readonly #ours: string[];
  readonly #bodies: Promise<void>[] = [];
  #live = false;

  constructor(context: BrowserContext, ours: string[]) {
    this.#ours = ours.map((origin) => new URL(origin).host);
    context.on("request", (request) => this.#request(request));
    context.on("response", (response) => {
      const body = response.text().then(
        (text) => void this.wire.push(text),
        () => {},
      );
      this.#bodies.push(body);
    });
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.complaints.push(message.text());
    });
    context.on("weberror", (error) => this.complaints.push(String(error.error().stack ?? error.error())));
    context.on("page", (page) => this.#page(page));
  }

  /** Everything that came and went so far, read to its end. */
  async everything(): Promise<string> {
    await Promise.all(this.#bodies);
    return [...this.wire, ...this.framesIn, ...this.framesOut].join("\n");
  }

  /** Whether the server has spoken over the socket of the page as it is now. */
  get live(): boolean {
    return this.#live;
  }

  #request(request: Request): void {
    const { host, pathname, protocol } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && !this.#ours.includes(host)) this.foreign.push(request.url());
    // Another document: what the last one was connected to says nothing of it.
    if (request.isNavigationRequest() && request.frame().parentFrame() === null) this.#live = false;
    if (pathname.startsWith("/api/trpc")) this.calls.push(`${request.method()} ${pathname}`);
  }

  #page(page: Page): void {
    page.on("dialog", (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on("websocket", (socket) => {
      this.#live = false;
      if (!this.#ours.includes(new URL(socket.url()).host)) this.foreign.push(socket.url());
      socket.on("framesent", ({ payload }) => void this.framesOut.push(String(payload)));
      socket.on("framereceived", ({ payload }) => {
        this.framesIn.push(String(payload));
        this.#live = true;
      });
    });
  }
}
