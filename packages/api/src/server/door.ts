import type { IncomingMessage } from "node:http";
import { type Actor, APP_OF_ROLE, type App } from "../core/actor.ts";
import { DomainError } from "../core/errors.ts";
import type { System } from "../core/system.ts";
import { findActor, sessionCookie } from "../people/sessions.ts";
import { cookieOf, isMeant } from "./request.ts";

/** An app, as what handles its requests knows it. */
export interface Door {
  system: System;
  app: App;
  publicUrl: string;
}

/**
 * Who sends a request, for what does not go through the router.
 *
 * @returns null for nobody, and for a page that means somebody else.
 * @throws WRONG_APP for somebody at the door of the other app.
 */
export async function actorOf({ system, app, publicUrl }: Door, request: IncomingMessage): Promise<Actor | null> {
  const actor = await findActor(system, cookieOf(request, sessionCookie(app, publicUrl)), app);
  if (!actor || !isMeant(request, actor)) return null;
  const right = APP_OF_ROLE[actor.role];
  if (right !== app) throw new DomainError("WRONG_APP", { app: right });
  return actor;
}
