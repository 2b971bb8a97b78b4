import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { timeOfId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import { fileOfKey, folderOf } from "./keys.ts";
import { incomingFolder } from "./receive.ts";
import { storageOf } from "./storage.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Deletes what nobody has any more: what never arrived whole, files that no text shows, bytes without a row. Runs hourly. */
export async function sweepFiles(system: System): Promise<void> {
  await sweepIncoming(system);
  await sweepAbandoned(system);
  await sweepBytes(system);
}

/** What a process that was ended had in hand. An upload that goes on is written to all the time. */
async function sweepIncoming(system: System): Promise<void> {
  const folder = incomingFolder(system);
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const about = await stat(path).catch(() => null);
    if (about && about.mtimeMs < system.clock().getTime() - HOUR) await rm(path, { force: true });
  }
}

/** Files that were inserted and taken out again before anything was saved: no revision and no draft of their article shows them. */
async function sweepAbandoned(system: System): Promise<void> {
  const now = system.clock().getTime();
  const { rows } = await system.db.pool.query<{ id: string }>(
    `DELETE FROM file f WHERE f.created_at BETWEEN $1 AND $2 AND f.conversation_id IS NULL
       AND NOT EXISTS (SELECT FROM article_revision r
         WHERE r.article_id = f.article_id AND position('/files/' || f.id IN r.body) > 0)
       AND NOT EXISTS (SELECT FROM article_draft d
         WHERE d.article_id = f.article_id AND position('/files/' || f.id IN d.body) > 0)
     RETURNING f.id`,
    // A worker that did not run for a week has missed some: they stay, and the others are not looked at each hour for ever.
    [new Date(now - 8 * DAY), new Date(now - DAY)],
  );
  const storage = await storageOf(system);
  for (const { id } of rows) await storage.deleteAll(folderOf(id));
}

/** A part of all folders each hour, so that each is looked at once a day. */
async function sweepBytes(system: System): Promise<void> {
  const storage = await storageOf(system);
  const now = system.clock();
  for (let folder = now.getUTCHours(); folder < 256; folder += 24) {
    const ids = new Set<string>();
    for await (const key of storage.list(folder.toString(16).padStart(2, "0"))) {
      const id = fileOfKey(key);
      if (id && timeOfId(id).getTime() < now.getTime() - DAY) ids.add(id);
    }
    for (const id of await withoutRow(system, [...ids])) await storage.deleteAll(folderOf(id));
  }
}

async function withoutRow({ db }: System, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.pool.query<{ id: string }>(
    "SELECT q.id FROM unnest($1::uuid[]) AS q (id) LEFT JOIN file f ON f.id = q.id WHERE f.id IS NULL",
    [ids],
  );
  return rows.map(({ id }) => id);
}
