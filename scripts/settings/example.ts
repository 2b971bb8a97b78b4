import { globSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const REPOSITORY = join(import.meta.dirname, "../..");

/** Every file that declares settings: an `env.ts` exporting `settings`, a Zod object whose described fields are for an operator. */
const SOURCES = ["scripts/start/env.ts", "packages/db/src/env.ts", "packages/*/src/**/env.ts", "apps/*/env.ts"];

const WIDTH = 110;

/**
 * The text of `.env.example`: each setting with its meaning and its default.
 *
 * A field without a description is set by the start itself and left out.
 */
export async function writeExample(): Promise<string> {
  const files = SOURCES.flatMap((pattern) =>
    globSync(pattern, { cwd: REPOSITORY, exclude: ["**/node_modules/**"] }).sort(),
  );
  const entries = new Map<string, string>();
  for (const file of new Set(files)) {
    const { settings } = await import(join(REPOSITORY, file));
    if (!(settings instanceof z.ZodObject)) continue;
    for (const [name, field] of Object.entries(settings.shape)) {
      if (field instanceof z.ZodType && field.description && !entries.has(name))
        entries.set(name, describeField(name, field));
    }
  }
  const head = "# Settings and their defaults. Copy what you change to .env. Generated: node scripts/env-example.ts\n";
  return [head, ...entries.values()].join("\n");
}

function describeField(name: string, field: z.ZodType): string {
  const fallback = field instanceof z.ZodDefault ? String(field.def.defaultValue) : "";
  const comment = wrap(field.description ?? "").map((line) => `# ${line}\n`);
  return `${comment.join("")}${name}=${fallback}\n`;
}

function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > WIDTH) lines.push(word);
    else lines.splice(-1, 1, line);
  }
  return lines;
}
