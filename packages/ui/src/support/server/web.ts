import type { Actor } from "@mintreu/api/core/actor";
import type { Web } from "@mintreu/api/server/web";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { PATH_HEADER } from "../../page-proxy.ts";

const KEY = Symbol.for("mintreu.web");

/** What this process lets its pages ask: put there by the server that also answers sockets, so that there is one of everything. */
export function web(): Web {
  const offered: Web | undefined = Reflect.get(globalThis, KEY);
  if (!offered) throw new Error("pages are served by server.ts, which offers the system to them");
  return offered;
}

/** Who looks at this page; null for nobody. Asked once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const { cookie, findActor } = web();
  return findActor((await cookies()).get(cookie)?.value);
});

/**
 * Who looks at this page. Whoever has not signed in does so first and comes back here; whoever belongs in the other app is
 * told where that is.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  const home = actor?.role === "customer" ? "customer" : "console";
  if (actor && home === actor.app) return actor;
  if (actor) redirect("/sign-in?error=WrongApp");
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
