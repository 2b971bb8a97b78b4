import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import type { TypesenseSettings } from "../../core/system.ts";
import { startStandIn } from "../../testing/typesense/stand-in.ts";
import { engineSuite } from "../testing/engine-suite.ts";
import { TypesenseClient } from "./client.ts";
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
    const settings = { url: url ?? "", apiKey };
    return { engine: new TypesenseEngine(settings, prefix), close: () => dropAll(settings, prefix) };
  });
});

/** Takes everything out of a server that a test has put there. */
async function dropAll(settings: TypesenseSettings, prefix: string): Promise<void> {
  const client = new TypesenseClient(settings);
  const call = { timeoutMs: 10_000 };
  const collections = await client.call<{ name: string }[]>("GET", "/collections", call);
  const sets = await client.call<{ name: string }[]>("GET", "/synonym_sets", call);
  const ours = (all: { name: string }[]) => all.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  for (const alias of [`${prefix}_search`, `${prefix}_search_next`])
    await client.find("DELETE", `/aliases/${alias}`, call);
  for (const name of ours(collections)) await client.find("DELETE", `/collections/${name}`, call);
  for (const name of ours(sets)) await client.find("DELETE", `/synonym_sets/${name}`, call);
}
