import { createDatabase } from "@mintreu/db/client";
import { testDatabase } from "@mintreu/db/testing/database";
import { engineSuite } from "../testing/engine-suite.ts";
import { PostgresEngine } from "./postgres-engine.ts";

engineSuite(async () => {
  const database = await testDatabase();
  const db = createDatabase(database.url);
  const close = async () => {
    await db.close();
    await database.close();
  };
  return { engine: new PostgresEngine(db.pool), close };
});
