import { z } from "zod";
import { secretIn } from "./core/secret.ts";
import type { S3Settings, Settings, TypesenseSettings } from "./core/system.ts";

const flag = z.enum(["on", "off"]).transform((value) => value === "on");
/** An empty variable counts as absent. */
const word = z
  .string()
  .optional()
  .transform((value) => value || undefined);

/**
 * What a process of the system reads from its environment; scripts/start.ts sets what is not described.
 *
 * @public found by its name
 */
export const settings = z.object({
  /** PostgreSQL to use. */
  DATABASE_URL: z.url(),
  /** Port of this app. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Where people reach the customer app. */
  CUSTOMER_URL: z.url().default("http://localhost:3000"),
  /** Where people reach the console. */
  CONSOLE_URL: z.url().default("http://localhost:3001"),
  /** Whether the demo's one-click sign-in exists. */
  DEMO: flag.default(false),
  /** Folder for what is kept on disk. */
  DATA_DIR: z.string().default(".data"),
  TRUST_PROXY: z
    .enum(["on", "off"])
    .default("off")
    .describe("on: a proxy in front sets X-Forwarded-For, and rate limits go by it. off: the header is ignored."),
  MESSAGES_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(120)
    .describe("Messages, notes and changes of tickets that one person may send in a minute, through one process."),
  TICKETS_PER_HOUR: z.coerce.number().int().min(1).default(60).describe("Tickets that one person may open in an hour."),
  DESK_STORAGE_GB: z.coerce.number().positive().default(5).describe("Room for the files of one desk, in gigabytes."),
  S3_BUCKET: word.describe("Keep files in this bucket of S3, or of what speaks its language. Empty: in DATA_DIR."),
  S3_REGION: z.string().default("us-east-1").describe("Region of the bucket."),
  S3_ENDPOINT: word.describe("Where the bucket is reached. Empty: at Amazon."),
  S3_ACCESS_KEY_ID: word.describe(
    "Key for the bucket. Empty: as Amazon's SDK finds one, such as from the machine's role.",
  ),
  S3_SECRET_ACCESS_KEY: word.describe("Secret of that key."),
  TYPESENSE_URL: word
    .pipe(z.url({ protocol: /^https?$/ }).optional())
    .describe("Search with this Typesense, such as http://localhost:8108. Empty: with PostgreSQL."),
  TYPESENSE_API_KEY: word.describe("Key of that Typesense that may write collections and aliases."),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = z.infer<typeof settings>;

/**
 * Reads the environment.
 *
 * @throws Error that names each variable that is wrong.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const result = settings.safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`settings that cannot be used: ${problems.join("; ")}`);
}

/** What the environment decides, as use cases see it. */
export function settingsOf(env: Env): Settings {
  const { CUSTOMER_URL, CONSOLE_URL, DEMO, DATA_DIR, MESSAGES_PER_MINUTE, TICKETS_PER_HOUR, DESK_STORAGE_GB } = env;
  return {
    ...{ customerUrl: CUSTOMER_URL, consoleUrl: CONSOLE_URL, demo: DEMO },
    ...{ messagesPerMinute: MESSAGES_PER_MINUTE, ticketsPerHour: TICKETS_PER_HOUR },
    deskStorage: DESK_STORAGE_GB * 1e9,
    ...{ secret: secretIn(DATA_DIR), dataDir: DATA_DIR, s3: s3Of(env), typesense: typesenseOf(env) },
  };
}

function s3Of(env: Env): S3Settings | null {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return bucket ? { bucket, region, endpoint, accessKeyId, secretAccessKey } : null;
}

function typesenseOf({ TYPESENSE_URL: url, TYPESENSE_API_KEY: apiKey = "" }: Env): TypesenseSettings | null {
  return url ? { url, apiKey } : null;
}

/** Tells next-auth 4 where it is reached: it takes that from this variable and from nowhere else. */
export function tellAuthUrl(publicUrl: string): void {
  process.env.NEXTAUTH_URL = publicUrl;
}
