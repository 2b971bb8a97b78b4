import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { App } from "../core/actor.ts";
import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";
import { endSession, hashToken } from "./sessions.ts";

interface PersonRow {
  id: string;
  email: string;
  name: string;
}

function asUser({ id, email, name }: PersonRow): AdapterUser {
  return { id, email, name, emailVerified: null };
}

/** next-auth's view of our people, sessions and sign-in links. Nobody is created here: people come from the marketplace. */
export function authAdapter(system: System, app: App): Adapter {
  return { ...people(system), ...links(system), ...sessions(system, app) };
}

function people({ db: { prisma } }: System): Partial<Adapter> {
  return {
    getUser: async (id) => {
      const person = await prisma.person.findUnique({ where: { id } });
      return person && asUser(person);
    },
    getUserByEmail: async (email) => {
      const person = await prisma.person.findUnique({ where: { email } });
      return person && asUser(person);
    },
    getUserByAccount: async () => null,
    updateUser: async ({ id }) => asUser(await prisma.person.findUniqueOrThrow({ where: { id } })),
  };
}

function links({ db: { prisma } }: System): Partial<Adapter> {
  return {
    // next-auth hands over the token hashed with its secret already.
    createVerificationToken: async ({ identifier, token, expires }) => {
      await prisma.signInToken.create({ data: { email: identifier, tokenHash: token, expiresAt: expires } });
      return { identifier, token, expires };
    },
    useVerificationToken: async ({ identifier, token }) => {
      const where = { tokenHash: token, email: identifier };
      const link = await prisma.signInToken.findFirst({ where });
      const { count } = await prisma.signInToken.deleteMany({ where });
      // Of two uses at once, the one that deleted it has it.
      return link && count === 1 ? { identifier: link.email, token, expires: link.expiresAt } : null;
    },
  };
}

function sessions(system: System, app: App): Partial<Adapter> {
  const { prisma } = system.db;
  return {
    createSession: async (session) => {
      const now = system.clock();
      const { userId: personId, expires: expiresAt, sessionToken } = session;
      const data = { id: newId(now.getTime()), personId, app, expiresAt, createdAt: now };
      await prisma.session.create({ data: { ...data, tokenHash: hashToken(sessionToken) } });
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const where = { tokenHash: hashToken(sessionToken), app, endedAt: null };
      const session = await prisma.session.findFirst({ where, include: { person: true } });
      if (!session) return null;
      return {
        session: { sessionToken, userId: session.personId, expires: session.expiresAt },
        user: asUser(session.person),
      };
    },
    updateSession: async ({ sessionToken, expires }) => {
      if (expires) {
        const where = { tokenHash: hashToken(sessionToken), app };
        await prisma.session.updateMany({ where, data: { expiresAt: expires } });
      }
      return null;
    },
    deleteSession: async (sessionToken) => {
      const session = await prisma.session.findFirst({ where: { tokenHash: hashToken(sessionToken), app } });
      if (session) await endSession(system, session.id);
    },
  };
}
