import type { Database } from "@mintreu/db/client";
import type { Bus } from "../live/bus.ts";
import type { Sweeper } from "../live/sweeper.ts";
import type { Engines } from "../search/engines.ts";
import type { Committer } from "./committer.ts";

/** Everything a use case works with; made once in a process by server/create-system.ts. */
export interface System {
  readonly db: Database;
  readonly bus: Bus;
  readonly committer: Committer;
  readonly sweeper: Sweeper;
  /** What searches. */
  readonly engines: Engines;
  /** The time; tests set it. */
  readonly clock: () => Date;
  readonly settings: Settings;
}

/** What the environment decides. */
export interface Settings {
  readonly customerUrl: string;
  readonly consoleUrl: string;
  /** Whether the demo's one-click sign-in exists. */
  readonly demo: boolean;
  /** Messages, notes and changes of conversations by one person in a minute, in one process. */
  readonly messagesPerMinute: number;
  /** Conversations that one person may open in an hour. */
  readonly ticketsPerHour: number;
  /** Bytes that the files of a desk may take together. */
  readonly deskStorage: number;
  /** What the system signs with. */
  readonly secret: string;
  /** Folder for what is kept on disk. */
  readonly dataDir: string;
  /** Where files are kept instead of that folder. */
  readonly s3: S3Settings | null;
  /** What searches instead of PostgreSQL. */
  readonly typesense: TypesenseSettings | null;
}

/** Where a Typesense is, and the key for it. */
export interface TypesenseSettings {
  readonly url: string;
  readonly apiKey: string;
}

/** A bucket of S3, or of what speaks its language. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Empty for Amazon's own. */
  readonly endpoint: string | undefined;
  /** Empty: as the SDK finds them, such as from the machine's role. */
  readonly accessKeyId: string | undefined;
  readonly secretAccessKey: string | undefined;
}
