import { resolve } from "node:path";
import { z } from "zod";
import { Problem } from "./problem.ts";

const REPOSITORY = resolve(import.meta.dirname, "../../..");

/**
 * Where the data lives. `.env.example` is generated from this.
 *
 * @public found by its name
 */
export const settings = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "must be a PostgreSQL address such as postgresql://user:password@host/name",
    })
    .optional()
    .describe("Use this PostgreSQL. Empty: a PostgreSQL of our own is started, with its data in DATA_DIR."),
  DATA_DIR: z
    .string()
    .default(".data")
    .describe("Folder of everything that is kept: database, files, secrets. Relative to the repository."),
});

/**
 * Reads settings from the environment; an empty variable counts as absent.
 *
 * @throws Problem one sentence for each setting that is wrong.
 */
export function readSettings<T extends z.ZodType>(schema: T, source: NodeJS.ProcessEnv = process.env): z.infer<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Problem(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
}

/** The folder of DATA_DIR as an absolute path. */
export function dataFolder(dataDir: string): string {
  return resolve(REPOSITORY, dataDir);
}

/** Where programs are looked for: the one thing of our environment that PostgreSQL is given. */
export const searchPath = process.env.PATH;
