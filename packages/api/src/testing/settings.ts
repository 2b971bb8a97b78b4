import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../core/system.ts";

const ENDLESS = Number.MAX_SAFE_INTEGER;

/**
 * Settings of a system under test; what it keeps on disk goes to a new folder of its own. Nobody is held up: tests and benches
 * send more than people do.
 */
export function testSettings(own: Partial<Settings> = {}): Settings {
  return {
    ...{ customerUrl: "http://localhost:3000", consoleUrl: "http://localhost:3001", demo: true },
    ...{ secret: "of the test", dataDir: mkdtempSync(join(tmpdir(), "mintreu-test-")), s3: null, typesense: null },
    ...{ messagesPerMinute: ENDLESS, ticketsPerHour: ENDLESS, deskStorage: ENDLESS },
    ...own,
  };
}
