import { rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { accessDesk } from "../articles/access.ts";
import { EXPORT_PATH, IMPORT_PATH, type ImportLine } from "../articles/schema.ts";
import { exportArticles } from "../articles/transfer/export-articles.ts";
import { importArticles } from "../articles/transfer/import-articles.ts";
import { writeZip } from "../articles/transfer/write-zip.ts";
import { zipSource } from "../articles/transfer/zip-source.ts";
import { DomainError } from "../core/errors.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { Context } from "../core/transact.ts";
import { contentDisposition } from "../files/file-name.ts";
import { receive } from "../files/receive.ts";
import { actorOf, type Door } from "./door.ts";
import { endWhenStalled, refusal, refuseBody } from "./refuse.ts";
import { isSameOrigin } from "./request.ts";
import type { Handler } from "./routes.ts";

/** Biggest archive that is taken, in bytes. */
const MOST = 250 * 1024 * 1024;
/** Archives of one person in an hour. */
const IMPORTS = 60;
const IMPORTS_AT_ONCE = 3;

const deskQuery = z.strictObject({ desk: z.uuid(), person: z.string().optional() });
const importQuery = deskQuery.extend({ draft: z.literal("1").optional(), product: z.uuid().optional() });

/** Who answers at the console's paths for import and export. */
export function transferRoute(door: Door, path: string, method = ""): Handler | null {
  if (door.app !== "console") return null;
  if (path === IMPORT_PATH && method === "POST") return (request, response) => handleImport(door, request, response);
  if (path === EXPORT_PATH && method === "GET") return (request, response) => handleExport(door, request, response);
  return null;
}

/** Takes a zip archive and imports it. The answer is a line of JSON for each step: how far it is, then the report. */
async function handleImport(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  endWhenStalled(request);
  try {
    const context = await admit(door, request);
    const { desk: deskId, draft, product = null } = queryOf(door, request, importQuery);
    await accessDesk(context, deskId);
    await asOneOfFew(context, async () => {
      const archive = await receive(door.system, request, MOST);
      try {
        const source = await zipSource(archive.path);
        const input = { deskId, productId: product, draft: draft !== undefined, source };
        await importArchive(context, input, response).finally(() => source.close());
      } finally {
        await rm(archive.path, { force: true });
      }
    });
    response.end();
  } catch (error) {
    await refuseBody(request, response, error, (problem) => line({ problem }));
  }
}

/** Archives that each person has under way in this process. */
const underWay = new Map<string, number>();

/** @throws RATE_LIMITED before the archive is read, with more at once or in an hour than anybody needs. */
async function asOneOfFew({ system, actor: { personId } }: Context, work: () => Promise<void>): Promise<void> {
  const others = underWay.get(personId) ?? 0;
  if (others >= IMPORTS_AT_ONCE) throw new DomainError("RATE_LIMITED", { retryAfterSeconds: 60 });
  underWay.set(personId, others + 1);
  try {
    await takeFromLimit(system, { key: `import:${personId}`, max: IMPORTS, windowSeconds: 3_600 });
    await work();
  } finally {
    const left = (underWay.get(personId) ?? 1) - 1;
    if (left > 0) underWay.set(personId, left);
    else underWay.delete(personId);
  }
}

type Input = Parameters<typeof importArticles>[1];

/** What goes wrong from here on is told in the last line: the answer has begun. */
async function importArchive(context: Context, input: Input, response: ServerResponse): Promise<void> {
  const headers = { "content-type": "application/x-ndjson", "cache-control": "no-store", "x-accel-buffering": "no" };
  response.writeHead(200, headers);
  const tell = (told: ImportLine) => response.write(line(told));
  try {
    const report = await importArticles(context, { ...input, onProgress: (progress) => tell({ progress }) });
    tell({ report });
  } catch (error) {
    tell({ problem: refusal(error).problem });
  }
}

function line(told: ImportLine): string {
  return `${JSON.stringify(told)}\n`;
}

/** Sends all the articles of a desk as a zip archive, packed while it is sent. */
async function handleExport(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const context = await admit(door, request);
    const { desk: deskId } = queryOf(door, request, deskQuery);
    const { files } = await exportArticles(context, deskId);
    const { slug } = await door.system.db.prisma.desk.findUniqueOrThrow({
      where: { id: deskId },
      select: { slug: true },
    });
    response.writeHead(200, {
      "content-type": "application/zip",
      "content-disposition": contentDisposition("attachment", `${slug}-articles.zip`),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    await pipeline(writeZip(files, `${slug}-articles`), response).catch(() => response.destroy());
  } catch (error) {
    await refuseBody(request, response, error);
  }
}

async function admit(door: Door, request: IncomingMessage): Promise<Context> {
  if (!isSameOrigin(request, door.publicUrl)) throw new DomainError("FORBIDDEN", { action: "transfer" });
  const actor = await actorOf(door, request);
  if (!actor) throw new DomainError("UNAUTHENTICATED");
  return { system: door.system, actor };
}

function queryOf<Query>(door: Door, { url = "/" }: IncomingMessage, schema: z.ZodType<Query>): Query {
  return schema.parse(Object.fromEntries(new URL(url, door.publicUrl).searchParams));
}
