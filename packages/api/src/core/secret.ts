import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The key that the system signs with, made at the first start and kept with the data. */
export function secretIn(dataDir: string): string {
  const file = join(dataDir, "auth-secret");
  mkdirSync(dataDir, { recursive: true });
  try {
    // Both apps may start at once: the first to create the file decides.
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8");
}

/** A name for somebody that says the same of them each time and nothing about them: 96 bits of a keyed hash. */
export function pseudonym(secret: string, ...about: string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(about)).digest("base64url").slice(0, 16);
}
