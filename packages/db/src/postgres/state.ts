import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";

const STATE = z.object({
  password: z.string(),
  port: z.int(),
  /** The process that holds the server; gone or another's after a crash. */
  keeper: z.int().optional(),
  /** The process that started the keeper and whose end stops it. */
  owner: z.int().optional(),
});

/** What is remembered of an embedded PostgreSQL between two starts. */
export type State = z.infer<typeof STATE>;

const DATABASE = "mintreu";

/** Reads what a folder remembers; nothing on its first start. */
export function readState(folder: string): State | undefined {
  const path = join(folder, "postgres.json");
  return existsSync(path) ? STATE.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}

/** Writes the state whole or not at all, readable by its owner alone: it holds the password. */
export function writeState(folder: string, state: State): void {
  const path = join(folder, "postgres.json");
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** A password that nobody has to type. */
export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

/** The address of a database on the server of this state. */
export function addressOf(state: State, database = DATABASE): string {
  return `postgresql://${DATABASE}:${state.password}@127.0.0.1:${state.port}/${database}`;
}

/** The wished port while it is free on loopback, else any free one. */
export async function freePort(wished = 0): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? Promise.reject(new Error("no free port on loopback"));
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
