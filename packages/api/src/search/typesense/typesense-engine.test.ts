import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { startStandIn } from "../../testing/typesense/stand-in.ts";
import { engineSuite } from "../engine-suite.ts";
import { TypesenseEngine } from "./typesense-engine.ts";

describe("by what a stand-in for the server does", () => {
  engineSuite(async () => {
    const server = await startStandIn();
    const close = async () => {
      await server.close();
      // Of every request that the suite led to, and of every answer.
      expect(server.problems).toEqual([]);
    };
    return { engine: new TypesenseEngine(server), close };
  });
});

const { TYPESENSE_TEST_URL: url, TYPESENSE_TEST_API_KEY: apiKey = "" } = process.env;

describe.skipIf(!url)("by a real server, which TYPESENSE_TEST_URL names", () => {
  engineSuite(async () => {
    const prefix = `test_${randomBytes(6).toString("hex")}`;
    return { engine: new TypesenseEngine({ url: url ?? "", apiKey }, prefix), close: async () => {} };
  });
});
