/**
 * The SQL of the Prisma schema, by Prisma's own engine compiled to WebAssembly: nothing is downloaded and no database asked.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as background from "@prisma/schema-engine-wasm/schema_engine_bg";

const SCHEMA_FOLDER = join(import.meta.dirname, "../prisma/schema");

const unreachable = () => Promise.reject(new Error("comparing two schemas asks no database"));

/** The engine insists on a driver adapter and asks it one thing, the version; comparing two schemas needs no database. */
const NO_DATABASE = bindMigrationAwareSqlAdapterFactory({
  provider: "postgres",
  adapterName: "none",
  connect: async () => ({
    provider: "postgres",
    adapterName: "none",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 18", 180000]],
    }),
    executeRaw: unreachable,
    executeScript: unreachable,
    startTransaction: unreachable,
    dispose: async () => {},
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  }),
  connectToShadowDb: unreachable,
});

/** The schema files as [name, text], in the order Prisma reads them. */
function schemaFiles(folder: string): { path: string; content: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), "utf8") }));
}

/** Loads the engine: its JavaScript expects a bundler to hand it the WebAssembly module, which we do by hand. */
async function loadEngine() {
  const entry = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(new URL("./schema_engine_bg.wasm", entry));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": background });
  background.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return background.SchemaEngine;
}

/**
 * The SQL that takes a database from one schema folder to another.
 *
 * @param from folder of the schema the database has; none means an empty database.
 * @returns SQL statements; empty when the schemas are equal.
 */
export async function schemaSql(from?: string): Promise<string> {
  const SchemaEngine = await loadEngine();
  const target = schemaFiles(SCHEMA_FOLDER);
  const datamodels = target.map((file): [string, string] => [file.path, file.content]);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, NO_DATABASE);
  const result = await engine.diff({
    from: from ? { tag: "schemaDatamodel", files: schemaFiles(from) } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: target },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}
