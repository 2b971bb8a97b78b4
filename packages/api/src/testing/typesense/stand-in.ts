import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Document, FilterError, readFilter } from "./filter.ts";
import { type Exchange, HAS_OPENAPI, OpenApi } from "./openapi.ts";
import { type Collection, MissingField, type Parameters, type Schema, searchIn } from "./searching.ts";

/** A server of the tests that speaks the part of Typesense's language that we use. */
export interface StandIn {
  url: string;
  apiKey: string;
  /** `operation: what is wrong`, of every request and every answer so far, by Typesense's own description. */
  problems: string[];
  /** Method and path of every request so far. */
  asked: string[];
  collections(): string[];
  close(): Promise<void>;
}

interface State {
  collections: Map<string, Collection>;
  aliases: Map<string, string>;
  synonyms: Map<string, { id: string; synonyms: string[] }[]>;
}

interface Request {
  state: State;
  query: URLSearchParams;
  body: string;
  /** What stands in the path, decoded. */
  parts: string[];
}

interface Reply {
  status: number;
  json?: unknown;
  lines?: string;
}

const KEY = "key of the stand-in";

/** Starts one with nothing in it. */
export async function startStandIn(): Promise<StandIn> {
  const state: State = { collections: new Map(), aliases: new Map(), synonyms: new Map() };
  const openApi = HAS_OPENAPI ? new OpenApi() : null;
  const problems: string[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { status, json, lines } = reply(request, { state, body });
    const answer = lines ?? JSON.stringify(json);
    const answerType = lines === undefined ? "application/json" : "application/octet-stream";
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url.split("?")[0]}`);
    const exchange: Exchange = {
      method,
      url,
      contentType: request.headers["content-type"],
      body,
      status,
      answer,
      answerType,
    };
    problems.push(...(openApi?.problemsOf(exchange) ?? []));
    response.writeHead(status, { "content-type": answerType }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url, apiKey: KEY, problems, asked, collections: () => [...state.collections.keys()], close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const refused = (status: number, message: string): Reply => ({ status, json: { message } });
const missing = () => refused(404, "Not Found");

const ROUTES: [method: string, path: RegExp, answer: (request: Request) => Reply][] = [
  ["GET", /^\/collections$/, listCollections],
  ["POST", /^\/collections$/, createCollection],
  ["GET", /^\/collections\/([^/]+)$/, withCollection((collection) => ({ status: 200, json: described(collection) }))],
  ["DELETE", /^\/collections\/([^/]+)$/, withCollection(dropCollection)],
  ["POST", /^\/collections\/([^/]+)\/documents\/import$/, withCollection(importDocuments)],
  ["POST", /^\/collections\/([^/]+)\/documents$/, withCollection(addDocument)],
  ["DELETE", /^\/collections\/([^/]+)\/documents$/, withCollection(deleteDocuments)],
  ["GET", /^\/collections\/([^/]+)\/documents\/([^/]+)$/, withCollection(getDocument)],
  ["POST", /^\/multi_search$/, multiSearch],
  ["GET", /^\/aliases\/([^/]+)$/, getAlias],
  ["PUT", /^\/aliases\/([^/]+)$/, putAlias],
  ["DELETE", /^\/aliases\/([^/]+)$/, deleteAlias],
  ["GET", /^\/synonym_sets$/, listSynonyms],
  ["PUT", /^\/synonym_sets\/([^/]+)$/, putSynonyms],
  ["DELETE", /^\/synonym_sets\/([^/]+)$/, deleteSynonyms],
];

function reply(request: IncomingMessage, { state, body }: Pick<Request, "state" | "body">): Reply {
  if (request.headers["x-typesense-api-key"] !== KEY)
    return refused(401, "Forbidden - a valid `x-typesense-api-key` header must be sent.");
  const { url = "" } = request;
  const { pathname, searchParams: query } = new URL(url, "http://typesense");
  if ((url.split("?")[1]?.length ?? 0) > 4_000) return refused(400, "Query string exceeds max allowed length of 4000.");
  for (const [method, path, answer] of ROUTES) {
    const match = method === request.method ? path.exec(pathname) : null;
    if (!match) continue;
    try {
      return answer({ state, query, body, parts: match.slice(1).map(decodeURIComponent) });
    } catch (error) {
      if (error instanceof FilterError || error instanceof SyntaxError) return refused(400, error.message);
      throw error;
    }
  }
  return missing();
}

function withCollection(answer: (collection: Collection, request: Request) => Reply) {
  return (request: Request): Reply => {
    const collection = resolve(request.state, request.parts[0] ?? "");
    return collection ? answer(collection, request) : missing();
  };
}

function resolve({ collections, aliases }: State, name: string): Collection | undefined {
  return collections.get(aliases.get(name) ?? name);
}

const described = ({ schema, createdAt, documents }: Collection) => {
  return { ...schema, created_at: createdAt, num_documents: documents.size };
};

function listCollections({ state }: Request): Reply {
  return { status: 200, json: [...state.collections.values()].map(described) };
}

function createCollection({ state, body }: Request): Reply {
  const schema: Schema = JSON.parse(body);
  if (state.collections.has(schema.name)) return refused(409, "A collection with this name already exists.");
  const sorting = schema.fields.find(({ name }) => name === schema.default_sorting_field);
  if (schema.default_sorting_field && !/^(int32|int64|float)$/.test(sorting?.type ?? ""))
    return refused(400, "Bad sorting field.");
  if (schema.fields.some(({ index, optional }) => index === false && !optional))
    return refused(400, "Must be optional.");
  const collection = { schema, createdAt: Math.floor(Date.now() / 1000), documents: new Map() };
  state.collections.set(schema.name, collection);
  return { status: 201, json: described(collection) };
}

function dropCollection(collection: Collection, { state }: Request): Reply {
  state.collections.delete(collection.schema.name);
  return { status: 200, json: described(collection) };
}

/** What is wrong with a document, by the schema of its collection. */
function fault(
  { schema, documents }: Collection,
  document: Document,
  action: string | null,
): { code: number; error: string } | null {
  if (action === "create" && documents.has(document.id))
    return { code: 409, error: `A document with id ${document.id} already exists.` };
  const bad = schema.fields.find(({ name, type, optional }) => {
    const value = document[name];
    if (value === undefined) return !optional;
    if (type === "string[]") return !(Array.isArray(value) && value.every((each) => typeof each === "string"));
    if (type === "bool") return typeof value !== "boolean";
    if (type === "int64") return !Number.isInteger(value);
    return typeof value !== "string";
  });
  return bad ? { code: 400, error: `Field \`${bad.name}\` is not of type ${bad.type}.` } : null;
}

function importDocuments(collection: Collection, { query, body }: Request): Reply {
  const lines = body.split("\n").map((line) => {
    const document: Document = JSON.parse(line);
    const wrong = fault(collection, document, query.get("action"));
    if (wrong) return { success: false, ...wrong, document: line };
    keep(collection, document);
    return { success: true };
  });
  return { status: 200, lines: lines.map((line) => JSON.stringify(line)).join("\n") };
}

function addDocument(collection: Collection, { query, body }: Request): Reply {
  const document: Document = JSON.parse(body);
  const wrong = fault(collection, document, query.get("action") ?? "create");
  if (wrong) return refused(wrong.code, wrong.error);
  keep(collection, document);
  return { status: 201, json: document };
}

function keep({ documents }: Collection, document: Document): void {
  documents.delete(document.id);
  documents.set(document.id, document);
}

function deleteDocuments({ schema, documents }: Collection, { query }: Request): Reply {
  const filter = readFilter(query.get("filter_by") ?? "", new Set([...schema.fields.map(({ name }) => name), "id"]));
  const gone = [...documents.values()].filter(filter);
  for (const { id } of gone) documents.delete(id);
  return { status: 200, json: { num_deleted: gone.length } };
}

function getDocument({ documents }: Collection, { parts }: Request): Reply {
  const document = documents.get(parts[1] ?? "");
  return document ? { status: 200, json: document } : missing();
}

function multiSearch({ state, body }: Request): Reply {
  const { searches }: { searches: Parameters[] } = JSON.parse(body);
  const results = searches.map((search) => {
    const collection = resolve(state, String(search.collection));
    if (!collection) return { code: 404, error: "Not found." };
    const set = search.synonym_sets === undefined ? [] : state.synonyms.get(String(search.synonym_sets));
    if (!set) return { code: 404, error: "Synonym set not found." };
    try {
      return searchIn(
        collection,
        search,
        set.map(({ synonyms }) => synonyms),
      );
    } catch (error) {
      if (error instanceof FilterError) return { code: 400, error: error.message };
      if (error instanceof MissingField) return { code: 404, error: error.message };
      throw error;
    }
  });
  return { status: 200, json: { results } };
}

function getAlias({ state, parts: [name = ""] }: Request): Reply {
  const collection_name = state.aliases.get(name);
  return collection_name === undefined ? missing() : { status: 200, json: { name, collection_name } };
}

function putAlias({ state, body, parts: [name = ""] }: Request): Reply {
  const { collection_name } = JSON.parse(body);
  state.aliases.set(name, collection_name);
  return { status: 200, json: { name, collection_name } };
}

function deleteAlias(request: Request): Reply {
  const answer = getAlias(request);
  request.state.aliases.delete(request.parts[0] ?? "");
  return answer;
}

function listSynonyms({ state }: Request): Reply {
  return { status: 200, json: [...state.synonyms].map(([name, items]) => ({ name, items })) };
}

function putSynonyms({ state, body, parts: [name = ""] }: Request): Reply {
  const { items } = JSON.parse(body);
  state.synonyms.set(name, items);
  return { status: 200, json: { name, items } };
}

function deleteSynonyms({ state, parts: [name = ""] }: Request): Reply {
  return state.synonyms.delete(name) ? { status: 200, json: { name } } : missing();
}
