import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, settings as dataSettings, readSettings } from "@mintreu/db/env";
import { Problem } from "@mintreu/db/problem";
import { z } from "zod";

const ENV_FILE = join(import.meta.dirname, "../../.env");

/** Takes over the settings written in `.env` at the root, where there is one; the environment has the last word. */
export function loadEnvFile(): void {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
}

const port = z.coerce
  .number({ error: "must be a port, a number from 1 to 65535" })
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(65535, "must be at most 65535");

const origin = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://support.example.com" })
  .refine((url) => new URL(url).pathname === "/" && !/[?#@]/.test(url), "must be an address without a path")
  .transform((url) => new URL(url).origin);

/**
 * How the system is started. `.env.example` is generated from this.
 *
 * @public found by its name
 */
export const settings = z.object({
  CUSTOMER_PORT: port.default(3000).describe("Port of the customer app."),
  CONSOLE_PORT: port.default(3001).describe("Port of the console for developers and admins."),
  CUSTOMER_URL: origin.optional().describe("Public address of the customer app. Empty: http://localhost and its port."),
  CONSOLE_URL: origin.optional().describe("Public address of the console. Empty: http://localhost and its port."),
  DEMO: z
    .enum(["on", "off"], { error: 'must be "on" or "off"' })
    .optional()
    .describe(
      "on: seeds the demo marketplace and lets anybody sign in as anyone of it. Refused unless both public addresses " +
        "are of this machine. Empty: on when they are.",
    ),
});

/** Everything the start needs to know, checked. */
export interface Configuration {
  customerPort: number;
  consolePort: number;
  customerUrl: string;
  consoleUrl: string;
  demo: boolean;
  /** Absolute. */
  dataDir: string;
  /** None: a PostgreSQL of our own is started. */
  databaseUrl: string | undefined;
  /** Reload on change instead of building. */
  dev: boolean;
}

/**
 * Reads the settings and fills in what follows from others.
 *
 * @throws Problem a sentence for each setting that is wrong.
 */
export function readConfiguration(source: NodeJS.ProcessEnv, args: string[] = []): Configuration {
  const unknown = args.find((arg) => arg !== "--dev");
  if (unknown) throw new Problem(`${unknown} is not an option: the only one is --dev.`);
  const values = readSettings(z.object({ ...settings.shape, ...dataSettings.shape }), source);
  const { CUSTOMER_PORT: customerPort, CONSOLE_PORT: consolePort } = values;
  if (customerPort === consolePort) throw new Problem("CUSTOMER_PORT and CONSOLE_PORT must be two different ports.");
  const customerUrl = values.CUSTOMER_URL ?? `http://localhost:${customerPort}`;
  const consoleUrl = values.CONSOLE_URL ?? `http://localhost:${consolePort}`;
  return {
    ...{ customerPort, consolePort, customerUrl, consoleUrl },
    demo: readDemo(values.DEMO, { CUSTOMER_URL: customerUrl, CONSOLE_URL: consoleUrl }),
    dataDir: dataFolder(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    dev: args.includes("--dev"),
  };
}

/** The demo signs anybody in as anyone: it must never be open to a network. */
function readDemo(demo: "on" | "off" | undefined, urls: Record<string, string>): boolean {
  const open = Object.entries(urls).find(([, url]) => !isLoopback(url));
  if (demo === "on" && open) {
    throw new Problem(
      `DEMO is on, which lets anybody sign in as anyone, but ${open[0]} is not an address of this machine: set DEMO=off.`,
    );
  }
  return demo ? demo === "on" : !open;
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127\./.test(hostname);
}
