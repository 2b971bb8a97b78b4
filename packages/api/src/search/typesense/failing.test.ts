import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { startStandIn } from "../../testing/typesense/stand-in.ts";
import { ask, document, idsOf } from "../testing/documents.ts";
import { TypesenseError } from "./client.ts";
import { TypesenseEngine } from "./typesense-engine.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function engineAt(answer: RequestListener): Promise<TypesenseEngine> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return new TypesenseEngine({ url: `http://127.0.0.1:${port}/`, apiKey: "topsecretkey" });
}

/** How a search fails, and within which time (ms). */
async function failure(engine: TypesenseEngine): Promise<{ error: TypesenseError; took: number }> {
  const begun = performance.now();
  const error = await ask(engine, "canaryword", { readers: ["person:canary"] }).catch((reason) => reason);
  expect(error).toBeInstanceOf(TypesenseError);
  return { error, took: performance.now() - begun };
}

describe("a search fails in time and with a word, where the server", () => {
  test("is not there", async () => {
    const engine = new TypesenseEngine({ url: "http://127.0.0.1:9", apiKey: "topsecretkey" });
    expect((await failure(engine)).error.message).toBe("typesense: POST /multi_search: no answer");
  });
  test("says nothing", async () => {
    const { error, took } = await failure(await engineAt(() => {}));
    expect(error.message).toBe("typesense: POST /multi_search: no answer in time");
    expect(took).toBeLessThan(1_500);
  });
  test.each([
    [401, "Forbidden"],
    [500, "oops"],
    [503, "Not Ready or Lagging"],
  ])("says %i", async (status, message) => {
    const said = JSON.stringify({ message });
    const engine = await engineAt((_, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(said);
    });
    const { error } = await failure(engine);
    expect([error.status, error.message]).toEqual([status, `typesense: POST /multi_search: ${status} ${message}`]);
  });
  test.each(["", "<html>", '{"results":', "{}", '{"results":[]}', '{"results":[{"code":404,"error":"gone"}]}'])(
    "says %s",
    async (said) => {
      const engine = await engineAt((_, response) => {
        response.writeHead(200, { "content-type": "application/json" }).end(said);
      });
      await expect(ask(engine, "word")).rejects.toThrow();
    },
  );
  test("has no index yet", async () => {
    const standIn = await startStandIn();
    await expect(ask(new TypesenseEngine(standIn), "word")).rejects.toThrow(TypesenseError);
    await standIn.close();
  });
});

test.each([
  ["an echo", (body: string) => body],
  ["a message that quotes", (body: string) => JSON.stringify({ message: `Could not parse the filter query: ${body}` })],
  ["a message in an answer", (body: string) => JSON.stringify({ results: [{ code: 400, error: `Bad \`${body}\`` }] })],
])("no error tells the key, what was searched for, or who searched, also of %s", async (_what, said) => {
  const engine = await engineAt((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    const status = said("").includes("results") ? 200 : 400;
    request.on("end", () => response.writeHead(status, { "content-type": "application/json" }).end(said(body)));
  });
  const { error } = await failure(engine);
  expect(error.status).toBe(400);
  expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toMatch(/topsecretkey|canary/);
});

test("what cannot be taken fails a write, which says so and can be repeated", async () => {
  const standIn = await startStandIn();
  const engine = new TypesenseEngine(standIn);
  const bad = { ...document({ id: "article:bad" }), open: "yes" as unknown as boolean };
  await expect(engine.write([document({ id: "article:good", title: "Good" }), bad], [])).rejects.toThrow("not taken");
  await engine.write([document({ id: "article:good", title: "Good" })], []);
  expect(await idsOf(engine, "good")).toEqual(["article:good"]);
  await standIn.close();
});

test("two processes see one index, and what one rebuilds the other writes to", async () => {
  const standIn = await startStandIn();
  const [one, other] = [new TypesenseEngine(standIn), new TypesenseEngine(standIn)];
  await Promise.all([
    one.write([document({ id: "article:a", title: "Alder" })], []),
    other.write([document({ id: "article:b", title: "Alder" })], []),
  ]);
  const rebuilding = await one.rebuild();
  await expect(other.rebuild()).rejects.toThrow("already");
  await other.write([document({ id: "article:c", title: "Alder new" })], ["article:a"]);
  await rebuilding.add([
    document({ id: "article:a", title: "Alder" }),
    document({ id: "article:c", title: "Alder old" }),
  ]);
  await rebuilding.swap();
  expect(await idsOf(other, "alder")).toEqual(["article:c"]);
  expect(await idsOf(one, "new")).toEqual(["article:c"]);
  await standIn.close();
});
