import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "../core/errors.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { System } from "../core/system.ts";
import { keepFile } from "../files/keep-file.ts";
import { MAX_FILE, uploadTarget } from "../files/schema.ts";
import { actorOf, type Door } from "./door.ts";
import { endWhenStalled, refuseBody } from "./refuse.ts";
import { isSameOrigin } from "./request.ts";

/** Uploads of one person in an hour. */
const MOST = 1_000;

/** Takes a file that somebody sends as the body of a request, and answers with its FileView. */
export async function handleUpload(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  endWhenStalled(request);
  try {
    const { actor, target, bytes } = await admit(door, request);
    await limit(door.system, actor.personId);
    const { name, for: kind, id } = target;
    const coming = { target: { for: kind, id }, name, stream: request, bytes };
    const file = await keepFile({ system: door.system, actor }, coming);
    response.writeHead(201, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify(file));
  } catch (error) {
    await refuseBody(request, response, error);
  }
}

async function admit(door: Door, request: IncomingMessage) {
  if (!isSameOrigin(request, door.publicUrl)) throw new DomainError("FORBIDDEN", { action: "upload" });
  const actor = await actorOf(door, request);
  if (!actor) throw new DomainError("UNAUTHENTICATED");
  const bytes = Number(request.headers["content-length"] ?? 0);
  if (bytes > MAX_FILE) throw new DomainError("FILE_TOO_BIG", { max: MAX_FILE });
  const { searchParams } = new URL(request.url ?? "/", door.publicUrl);
  // Not who means it, which `isMeant` has read.
  searchParams.delete("person");
  return { actor, bytes, target: uploadTarget.parse(Object.fromEntries(searchParams)) };
}

function limit(system: System, personId: string): Promise<void> {
  return takeFromLimit(system, { key: `upload:${personId}`, max: MOST, windowSeconds: 3_600 });
}
