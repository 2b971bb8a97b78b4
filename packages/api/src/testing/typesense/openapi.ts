import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2019, type AnySchema, type ValidateFunction } from "ajv/dist/2019.js";
import formats from "ajv-formats";
import { parse } from "yaml";

/** Typesense's own description of its interface, which lies beside the project. */
export const OPENAPI_FILE =
  process.env.TYPESENSE_OPENAPI ?? join(import.meta.dirname, "../../../../../../shared/typesense/openapi.yml");
export const HAS_OPENAPI = existsSync(OPENAPI_FILE);

interface Content {
  content?: Record<string, { schema: AnySchema }>;
  required?: boolean;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; in: "path" | "query"; required?: boolean; schema: Record<string, unknown> }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
}

/** A request or its answer, as it went over the wire. */
export interface Exchange {
  method: string;
  /** With its query. */
  url: string;
  contentType: string | undefined;
  body: string;
  status: number;
  answerType: string;
  answer: string;
}

/** Holds requests and answers against the description. What it does not know is wrong, in queries and in bodies. */
export class OpenApi {
  readonly #description: Description;
  readonly #ajv = new Ajv2019({ strict: false, allErrors: true, coerceTypes: false });
  /** For queries, where everything is text. */
  readonly #coercing = new Ajv2019({ strict: false, allErrors: true, coerceTypes: true });
  readonly #compiled = new Map<Ajv2019, Map<string, ValidateFunction>>();

  constructor() {
    this.#description = corrected(parse(readFileSync(OPENAPI_FILE, "utf8")));
    for (const ajv of [this.#ajv, this.#coercing]) {
      // `formats` is a function in an object where the module is read as CommonJS.
      (formats as unknown as (ajv: Ajv2019) => void)(ajv);
      ajv.addSchema(this.#description, "typesense");
    }
  }

  /** What is wrong with an exchange; empty when nothing is. */
  problemsOf(exchange: Exchange): string[] {
    const { pathname, searchParams } = new URL(exchange.url, "http://typesense");
    const found = this.#operation(exchange.method, pathname);
    if (!found) return [`${exchange.method} ${pathname} is not described`];
    return [
      ...this.#query(found, searchParams),
      ...this.#requestBody(found, exchange),
      ...this.#answer(found, exchange),
    ].map((problem) => `${found.operationId}: ${problem}`);
  }

  #operation(method: string, pathname: string): Operation | undefined {
    for (const [template, operations] of Object.entries(this.#description.paths)) {
      const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`);
      const operation = operations[method.toLowerCase()];
      // A path without parameters is before one with: /documents/search before /documents/{id}.
      if (
        operation &&
        pattern.test(pathname) &&
        (!template.includes("{documentId}") || !this.#isFixed(pathname, method))
      )
        return operation;
    }
    return undefined;
  }

  #isFixed(pathname: string, method: string): boolean {
    return /\/documents\/(search|import|export)$/.test(pathname) && method !== "DELETE";
  }

  #query({ parameters = [] }: Operation, given: URLSearchParams): string[] {
    const known: Record<string, unknown> = {};
    const required: string[] = [];
    for (const { name, in: where, schema, required: needed } of parameters) {
      if (where !== "query") continue;
      // An object in the query is its properties, each for itself.
      const properties = propertiesOf(schema, this.#description);
      if (properties) Object.assign(known, properties);
      else known[name] = schema;
      if (!properties && needed) required.push(name);
      required.push(...((schema.required as string[] | undefined) ?? []));
    }
    const schema = { type: "object", properties: known, required, additionalProperties: false };
    return this.#check(this.#coercing, inDescription(schema), Object.fromEntries(given), "query");
  }

  #requestBody({ requestBody }: Operation, { contentType, body }: Exchange): string[] {
    if (!requestBody) return body === "" ? [] : ["has a body that is not described"];
    if (body === "") return requestBody.required ? ["has no body"] : [];
    const type = contentType?.split(";")[0] ?? "";
    const described = requestBody.content?.[type];
    if (!described) return [`has a body of type ${type}, which is not described`];
    const value: unknown = type === "application/json" ? JSON.parse(body) : body;
    return this.#check(this.#ajv, closed(described.schema), value, "body");
  }

  #answer({ responses }: Operation, { status, answer, answerType }: Exchange): string[] {
    const described = responses[String(status)];
    if (!described) return [`answers ${status}, which is not described`];
    const schema = described.content?.[answerType]?.schema;
    if (!schema) return [`answers ${status} with ${answerType}, which is not described`];
    const value: unknown = answerType === "application/json" ? JSON.parse(answer) : answer;
    return this.#check(this.#ajv, schema, value, `answer ${status}`);
  }

  #check(ajv: Ajv2019, schema: AnySchema, value: unknown, what: string): string[] {
    const text = JSON.stringify(inDescription(schema));
    const known = this.#compiled.get(ajv) ?? new Map<string, ValidateFunction>();
    this.#compiled.set(ajv, known);
    const validate = known.get(text) ?? ajv.compile(JSON.parse(text));
    known.set(text, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${what}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

function propertiesOf(schema: Record<string, unknown>, description: object): Record<string, unknown> | null {
  const { $ref } = schema;
  if (typeof $ref === "string") {
    const target = $ref
      .slice("#/".length)
      .split("/")
      .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], description);
    return propertiesOf(target as Record<string, unknown>, description);
  }
  return schema.type === "object" ? ((schema.properties as Record<string, unknown>) ?? {}) : null;
}

/** References of a part are to the whole. */
function inDescription(schema: unknown): AnySchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"typesense#/components'));
}

/** Nothing but what is described; a document is described as anything. */
function closed(schema: AnySchema): AnySchema {
  const { type, properties } = schema as { type?: string; properties?: object };
  if (type === "string" || (type === "object" && !properties)) return schema;
  return { allOf: [schema], unevaluatedProperties: false };
}

/** The description with what is held against it made stricter, and two mistakes of it corrected. */
function corrected(description: Record<string, unknown>): Description {
  const text = JSON.stringify(description, (key, value) => {
    // Members of lists, too, have nothing but what is described.
    if (key !== "items" || typeof value?.$ref !== "string") return value;
    return { allOf: [{ $ref: value.$ref }], unevaluatedProperties: false };
  });
  const whole = JSON.parse(text);
  const { SearchResultHit, SearchParameters, MultiSearchParameters } = whole.components.schemas;
  // "Can be any key-value pair", it says of a document that was found, and then that each value is an object.
  SearchResultHit.properties.document.additionalProperties = true;
  // Each of several searches takes what a single one takes; the second list of the same parameters has fallen behind.
  MultiSearchParameters.properties = { ...SearchParameters.properties, ...MultiSearchParameters.properties };
  return whole;
}
