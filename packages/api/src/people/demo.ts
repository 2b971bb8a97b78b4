import type { App, Role } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { belongsIn, startSession } from "./sessions.ts";

/** Someone to try the demo as. */
export interface DemoPerson {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Desks they work in, or products they bought. */
  about: string[];
}

const ROLES: Record<App, Role[]> = { customer: ["customer"], console: ["developer", "admin"] };

/** The people one may be in an app of the demo; nobody unless the demo is on. */
export async function listDemoPeople({ db, settings }: System, app: App): Promise<DemoPerson[]> {
  if (!settings.demo) return [];
  const people = await db.prisma.person.findMany({
    where: { role: { in: ROLES[app] }, email: { not: { startsWith: "bulk-" } } },
    include: {
      memberships: { select: { desk: { select: { name: true } } } },
      purchases: { select: { product: { select: { name: true } } }, take: 4 },
    },
    orderBy: [{ role: "desc" }, { name: "asc" }],
    take: 100,
  });
  return people.map(({ id, name, email, role, memberships, purchases }) => ({
    ...{ id, name, email, role },
    about: [...memberships.map(({ desk }) => desk.name), ...purchases.map(({ product }) => product.name)],
  }));
}

interface DemoSignIn {
  personId: string;
  app: App;
  userAgent: string | null;
}

/** Signs in as someone with one click; null unless the demo is on and the person belongs in the app. */
export async function startDemoSession(system: System, signIn: DemoSignIn) {
  if (!system.settings.demo) return null;
  const person = await system.db.prisma.person.findUnique({ where: { id: signIn.personId } });
  if (!person || !belongsIn(person.role, signIn.app)) return null;
  return startSession(system, signIn);
}
