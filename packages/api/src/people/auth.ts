import type { AuthOptions } from "next-auth";
import type { App } from "../core/actor.ts";
import type { System } from "../core/system.ts";
import { asAddress } from "./address.ts";
import { authAdapter } from "./auth-adapter.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { belongsIn, cookieName } from "./sessions.ts";

const LINK_SECONDS = 24 * 60 * 60;

interface Door {
  app: App;
  publicUrl: string;
}

/** next-auth's configuration, the same for both apps: sign-in by mailed link, sessions in the database. */
export function authOptionsFor(system: System, { app, publicUrl }: Door): AuthOptions {
  const secure = publicUrl.startsWith("https:");
  const cookie = (name: string) => ({
    name: cookieName(`mintreu-${app}-${name}`, publicUrl),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  });
  return {
    adapter: authAdapter(system, app),
    secret: system.settings.secret,
    session: { strategy: "database" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in/sent", error: "/sign-in" },
    providers: [
      {
        // Written out, because the packaged provider brings nodemailer: our mail goes through the mail domain.
        id: "email",
        type: "email",
        name: "Email",
        server: "",
        from: "",
        maxAge: LINK_SECONDS,
        options: {},
        normalizeIdentifier,
        sendVerificationRequest: ({ identifier, url }) =>
          requestSignIn(system, { email: identifier, url: linkOf(url, publicUrl), app }),
      },
    ],
    callbacks: {
      // A request for a link is always answered alike; who may come in is decided when the link is used.
      signIn: async ({ user, email }) => {
        if (email?.verificationRequest) return true;
        const person = await system.db.prisma.person.findUnique({ where: { id: user.id } });
        return person !== null && belongsIn(person.role, app);
      },
      redirect: ({ url }) => sameOrigin(url, publicUrl),
    },
    logger: { error: (code) => console.error("sign-in:", code), warn: () => {}, debug: () => {} },
  };
}

/** What is no address is refused before it gets here. */
function normalizeIdentifier(written: string): string {
  const address = asAddress(written);
  if (address === null) throw new Error("not an address");
  return address;
}

/**
 * The link that is mailed, instead of the one that next-auth would use up as soon as anything opens it: the same token, at a
 * page of ours with a button.
 */
function linkOf(url: string, publicUrl: string): string {
  const { searchParams: asked } = new URL(url);
  const { pathname, search, hash } = new URL(sameOrigin(asked.get("callbackUrl") ?? "/", publicUrl));
  const link = new URL("/sign-in/link", publicUrl);
  link.search = String(
    new URLSearchParams({
      email: asked.get("email") ?? "",
      token: asked.get("token") ?? "",
      next: pathname + search + hash,
    }),
  );
  return link.href;
}

/** Where to go after signing in: a place of ours, never another's. */
function sameOrigin(url: string, publicUrl: string): string {
  const base = new URL(publicUrl);
  if (!URL.canParse(url, base)) return publicUrl;
  const target = new URL(url, base);
  // Not by its origin: blob: addresses have that of the page that made them.
  return target.href.startsWith(`${base.origin}/`) ? target.href : publicUrl;
}
