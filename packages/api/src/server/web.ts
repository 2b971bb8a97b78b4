import type { AuthOptions } from "next-auth";
import type { Actor, App } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { asAddress } from "../people/address.ts";
import { type DemoPerson, listDemoPeople, startDemoSession } from "../people/demo.ts";
import { limitSignIn } from "../people/request-sign-in.ts";
import { endSession, findActor, sessionCookie } from "../people/sessions.ts";
import { appRouter } from "../root.ts";
import type { RequestContext } from "../trpc.ts";
import { visitorOf } from "./request.ts";

/**
 * What the pages of an app may ask the system. Pages are bundled by Next and the system is not: they meet here, so that a
 * process has one of everything.
 */
export interface Web {
  readonly app: App;
  readonly publicUrl: string;
  /** Where the people of the other app go. */
  readonly otherUrl: string;
  readonly demo: boolean;
  readonly authOptions: AuthOptions;
  readonly cookie: string;
  readonly router: typeof appRouter;
  findActor(token: string | undefined): Promise<Actor | null>;
  /** A context for procedures that a page calls while it renders. */
  contextOf(actor: Actor | null, headers: Readonly<Record<string, string>>): RequestContext;
  /** One mail address as it is counted; null for what is none. */
  asAddress(text: string): string | null;
  limitSignIn(from: { address: string; email: string }): Promise<void>;
  endSession(sessionId: string): Promise<void>;
  /** Empty unless the demo is on. */
  demoPeople(): Promise<DemoPerson[]>;
  /** @returns null unless the demo is on and the person belongs in this app. */
  signInDemo(personId: string, userAgent: string | null): Promise<{ token: string; expiresAt: Date } | null>;
}

const KEY = Symbol.for("mintreu.web");

interface Offer {
  system: System;
  app: App;
  publicUrl: string;
  authOptions: AuthOptions;
}

/** Makes the system known to the pages of this process. */
export function offerToPages({ system, app, publicUrl, authOptions }: Offer): void {
  const { demo, customerUrl, consoleUrl } = system.settings;
  const web: Web = {
    ...{ app, publicUrl, authOptions, demo, router: appRouter },
    otherUrl: app === "customer" ? consoleUrl : customerUrl,
    cookie: sessionCookie(app, publicUrl),
    findActor: (token) => findActor(system, token, app),
    contextOf: (actor, headers) => ({ system, actor, app, visitor: visitorOf(system, headers), socket: null }),
    asAddress,
    limitSignIn: (from) => limitSignIn(system, from),
    endSession: (sessionId) => endSession(system, sessionId),
    demoPeople: () => listDemoPeople(system, app),
    signInDemo: (personId, userAgent) => startDemoSession(system, { personId, app, userAgent }),
  };
  Reflect.set(globalThis, KEY, web);
}
