import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { lighten } from "./lighten.ts";

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

const NONCE = '<script nonce="n">self.__next_f=[]</script>';
const SCRIPT = '<script src="/_next/a.js" nonce="n"></script>';

async function serve(type: string, parts: (string | Buffer)[]): Promise<string> {
  server = createServer((request, response) => {
    lighten(request, response);
    response.setHeader("content-type", type);
    response.flushHeaders();
    for (const part of parts) response.write(part);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test.each(["br", "gzip", "identity"])("a page in parts arrives whole and light as %s", async (encoding) => {
  const cut = Buffer.from("<p>für</p>");
  const url = await serve("text/html; charset=utf-8", [
    `<html><body>${NONCE}`,
    // In the middle of a letter.
    ...[cut.subarray(0, 5), cut.subarray(5)],
    `${SCRIPT}</body></html>`,
  ]);
  const answer = await fetch(url, { headers: { "accept-encoding": encoding } });
  const text = await answer.text();
  expect(answer.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
  expect(text).toContain("<p>für</p>");
  expect(text).toContain('data-src="/_next/a.js"');
  expect(text).not.toContain(SCRIPT);
});

test("what is no page is not touched", async () => {
  const url = await serve("text/plain", [SCRIPT]);
  expect(await (await fetch(url)).text()).toBe(SCRIPT);
});

test("a page that says that nothing is there keeps its scripts, leads on without them, and is whole with headers that were written first", async () => {
  server = createServer((request, response) => {
    lighten(request, response);
    response.setHeader("content-type", "text/html").setHeader("content-length", 5);
    response.writeHead(404);
    response.end(`<html><head></head><body>${NONCE}${SCRIPT}</body></html>`, () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([404, expect.stringContaining(SCRIPT)]);
  expect(text).toMatch(/<noscript><meta http-equiv="refresh"[^>]*><\/noscript><\/head>/);
});
