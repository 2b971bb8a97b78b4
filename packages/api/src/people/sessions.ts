import { createHash, randomBytes } from "node:crypto";
import { type Actor, APP_OF_ROLE, type App } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";

/** How long a session lasts without being used, in days. */
const LIFETIME_DAYS = 30;

/** Sessions and links are kept by the hash of their token, so that a stolen table signs nobody in. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** When a session that starts now ends. */
function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + LIFETIME_DAYS * 86_400_000);
}

interface NewSession {
  personId: string;
  app: App;
  userAgent: string | null;
}

/**
 * Signs a person in.
 *
 * @returns the token for the session cookie; only its hash is kept.
 */
export async function startSession(system: System, { personId, app, userAgent }: NewSession) {
  const token = randomBytes(32).toString("base64url");
  const now = system.clock();
  const expiresAt = sessionEnd(now);
  const id = newId(now.getTime());
  await system.db.prisma.$transaction([
    system.db.prisma.session.create({
      data: { id, tokenHash: hashToken(token), personId, app, userAgent, createdAt: now, expiresAt },
    }),
    system.db.prisma.person.update({ where: { id: personId }, data: { lastSeenAt: now } }),
  ]);
  return { id, token, expiresAt };
}

/**
 * Who a session cookie stands for.
 *
 * @returns null for none, an ended or an expired session.
 */
export async function findActor(system: System, token: string | undefined, app: App): Promise<Actor | null> {
  if (!token) return null;
  const { rows } = await system.db.pool.query<Omit<Actor, "app">>({
    name: "find-actor",
    text: `SELECT s.id AS "sessionId", p.id AS "personId", p.name, p.role FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1 AND s.app = $2::app AND s.ended_at IS NULL AND s.expires_at > $3`,
    values: [hashToken(token), app, system.clock()],
  });
  return rows[0] ? { ...rows[0], app } : null;
}

/** Ends a session; its sockets close at once, in every process. */
export async function endSession(system: System, sessionId: string): Promise<void> {
  const ended = await system.db.prisma.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: system.clock() },
  });
  if (ended.count > 0) system.bus.publish({ topics: [`session:${sessionId}`], kind: "access" });
}

/** Ends every session of a person but the one they act in. */
export async function endOtherSessions(system: System, actor: Actor): Promise<number> {
  const others = await system.db.prisma.session.findMany({
    where: { personId: actor.personId, endedAt: null, id: { not: actor.sessionId } },
    select: { id: true },
  });
  for (const { id } of others) await endSession(system, id);
  return others.length;
}

/** Of these sessions, the ones that are over; for sockets whose wake-up was lost. */
export async function endedAmong(system: System, sessionIds: readonly string[]): Promise<string[]> {
  const { rows } = await system.db.pool.query<{ id: string }>(
    `SELECT q.id FROM unnest($1::uuid[]) AS q (id) LEFT JOIN session s ON s.id = q.id
     WHERE s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= $2`,
    [sessionIds, system.clock()],
  );
  return rows.map((row) => row.id);
}

/** Name of an app's session cookie: both apps may share a host, on two ports. */
export function sessionCookie(app: App, publicUrl: string): string {
  return cookieName(`mintreu-${app}-session`, publicUrl);
}

/** With the prefix by which browsers let no other host, such as a subdomain's, plant the cookie. It needs https. */
export function cookieName(name: string, publicUrl: string): string {
  return publicUrl.startsWith("https:") ? `__Host-${name}` : name;
}

/** Whether a person of this role belongs in this app. */
export function belongsIn(role: Actor["role"], app: App): boolean {
  return APP_OF_ROLE[role] === app;
}
