import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Exchange, HAS_OPENAPI, OPENAPI_FILE, OpenApi } from "../../testing/typesense/openapi.ts";
import { type StandIn, startStandIn } from "../../testing/typesense/stand-in.ts";
import { ask, document } from "../testing/documents.ts";
import { TypesenseEngine } from "./typesense-engine.ts";

let server: StandIn;
let engine: TypesenseEngine;

beforeEach(async () => {
  server = await startStandIn();
  engine = new TypesenseEngine(server);
});
afterEach(() => server.close());

const FIELD = '{"name":"a","fields":[{"name":"b","type":"string","facets":true}]}';

/** Everything an engine ever asks for, once at least. */
async function everything(): Promise<void> {
  await engine.isEmpty();
  await engine.write([document({ id: "article:one", title: "One" }), document({ id: "article:two" })], []);
  await engine.write([], ["article:two"]);
  const vocabulary = { synonyms: [["one", "first"]], stopWords: new Set(["the"]) };
  const filters = { kinds: ["article" as const], productId: "p", deskId: "d", open: false, without: ["article:x"] };
  await ask(engine, "one", { vocabulary, ...filters });
  await ask(engine, "first", { vocabulary });
  await engine.like({ words: ["one", "two"], readers: ["public"], without: ["article:x"], limit: 5 });
  await (await engine.rebuild()).abandon();
  const rebuilding = await engine.rebuild();
  await expect(engine.rebuild()).rejects.toThrow("already");
  await engine.write([document({ id: "article:three" })], ["article:one"]);
  await rebuilding.add([document({ id: "article:three" }), document({ id: "article:four" })]);
  await rebuilding.swap();
  await engine.isEmpty();
}

/** `METHOD /path` with names of ours taken out. */
const shape = (asked: string) => asked.replace(/mintreu_\w+/g, "*").replace(/x[a-z]+$/, "*");

test("these are all requests that are ever made", async () => {
  await everything();
  const other = new TypesenseEngine(server);
  await ask(other, "one", { vocabulary: { synonyms: [["two", "second"]], stopWords: new Set() } });
  await (await engine.rebuild()).swap();
  expect([...new Set(server.asked.map(shape))].sort()).toEqual([
    ...["DELETE /aliases/*", "DELETE /collections/*", "DELETE /collections/*/documents", "DELETE /synonym_sets/*"],
    ...["GET /aliases/*", "GET /collections", "GET /collections/*", "GET /collections/*/documents/*"],
    ...["GET /synonym_sets", "POST /collections", "POST /collections/*/documents"],
    ...["POST /collections/*/documents/import", "POST /multi_search", "PUT /aliases/*", "PUT /synonym_sets/*"],
  ]);
  expect(server.problems).toEqual([]);
});

test("a rebuild leaves one collection, whatever earlier ones left behind", async () => {
  await everything();
  await engine.rebuild();
  const leftBehind = server.collections();
  expect(leftBehind).toHaveLength(2);
  expect((await ask(engine, "untitled")).total).toBe(2);
});

describe.skipIf(!HAS_OPENAPI)(`by ${OPENAPI_FILE}`, () => {
  const exchange = (about: Partial<Exchange>): Exchange => ({
    ...{ method: "POST", url: "/multi_search", contentType: "application/json", status: 200 },
    ...{ body: '{"searches":[]}', answerType: "application/json", answer: '{"results":[]}' },
    ...about,
  });

  test("a request as it should be has no problem", () => {
    expect(new OpenApi().problemsOf(exchange({}))).toEqual([]);
  });

  test.each<[string, Partial<Exchange>]>([
    ["an unknown path", { url: "/multi_searches" }],
    ["an unknown method", { method: "PATCH" }],
    ["an unknown parameter in the query", { url: "/multi_search?throwOnFail=true" }],
    ["a parameter of the wrong type", { url: "/multi_search?per_page=many" }],
    ["an unknown member of the body", { body: '{"searches":[],"search":1}' }],
    ["an unknown member of a search", { body: '{"searches":[{"queryBy":"title"}]}' }],
    ["an unknown member of a field", { url: "/collections", status: 201, body: FIELD }],
    ["a member of the wrong type", { body: '{"searches":[{"group_limit":"1"}]}' }],
    ["a member that is missing", { body: "{}" }],
    ["no body", { url: "/collections", status: 201, body: "" }],
    ["another type of body", { contentType: "text/plain" }],
    ["an answer of another shape", { answer: '{"results":{}}' }],
    ["an answer with another status", { status: 418 }],
    ["an import as text", { url: "/collections/a/documents/import", contentType: "text/plain", body: "{}" }],
    ["a field without a type", { url: "/collections", status: 201, body: '{"name":"a","fields":[{"name":"b"}]}' }],
    ["a filter that is missing", { method: "DELETE", url: "/collections/a/documents", body: "" }],
  ])("%s is a problem", (_what, about) => {
    expect(new OpenApi().problemsOf(exchange(about))).not.toEqual([]);
  });
});
