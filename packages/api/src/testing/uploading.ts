import { readdirSync } from "node:fs";
import { join } from "node:path";
import { publishArticle } from "../articles/publish.ts";
import type { Audience } from "../articles/schema.ts";
import type { Actor } from "../core/actor.ts";
import type { FileView } from "../files/schema.ts";
import { publishes, saves } from "./articles.ts";
import { headersOf } from "./client.ts";
import type { TestServer, World } from "./world.ts";

interface Sent {
  id: string;
  name: string;
  bytes: string | Uint8Array;
  headers?: Record<string, string>;
}

/** Uploads a file for an article over HTTP, as a browser does. */
export function uploads(
  server: TestServer,
  actor: Actor | null,
  { id, name, bytes, headers }: Sent,
): Promise<Response> {
  const parameters = new URLSearchParams({ for: "article", id, name });
  return fetch(`${server.url(actor?.app ?? "console")}/files?${parameters}`, {
    method: "POST",
    body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
    headers: { ...(actor && headersOf(server, actor)), ...headers },
  });
}

/** The same, for one that is taken. */
export async function uploaded(server: TestServer, actor: Actor, sent: Sent): Promise<FileView> {
  const response = await uploads(server, actor, sent);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<FileView>;
}

/** Asks for a file as somebody, in their app. */
export function fetchFile(
  server: TestServer,
  actor: Actor | null,
  url: string,
  init: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { cookie = "" } = actor ? headersOf(server, actor) : {};
  return fetch(server.url(actor?.app ?? "customer") + url, { ...init, headers: { cookie, ...init.headers } });
}

/** Publishes an article that shows a file. */
export async function publishesWith(
  world: World,
  server: TestServer,
  { name, bytes, audience = "public" }: Pick<Sent, "name" | "bytes"> & { audience?: Audience },
): Promise<{ articleId: string; file: FileView }> {
  const { id } = await publishes(world, { audience });
  const file = await uploaded(server, world.developer, { id, name, bytes });
  await saves(world.as(world.developer), id, `See ![it](${file.url}) or [it](${file.url}).`);
  await publishArticle(world.as(world.developer), { id, revision: 2 });
  return { articleId: id, file };
}

/** Every file under the folder of the files, as paths in it. */
export function filesOnDisk({ system }: World): string[] {
  const root = join(system.settings.dataDir, "files");
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch {
    return [];
  }
}
