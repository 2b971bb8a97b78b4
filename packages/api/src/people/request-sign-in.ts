import { APP_OF_ROLE, type App } from "../core/actor.ts";
import { enqueueAlone } from "../core/outbox.ts";
import { takeFromLimit } from "../core/rate-limit.ts";
import type { System } from "../core/system.ts";
import { sendMail } from "../mail/send-mail.ts";
import { asAddress } from "./address.ts";

const WINDOW_SECONDS = 15 * 60;
const PER_ADDRESS = 30;
const PER_EMAIL = 5;

/**
 * Counts a request for a sign-in link, by the network address it came from and the mail address it is for.
 *
 * @throws RATE_LIMITED
 */
export async function limitSignIn(system: System, from: { address: string; email: string }): Promise<void> {
  const email = asAddress(from.email);
  await takeFromLimit(system, {
    key: `sign-in:address:${from.address}`,
    max: PER_ADDRESS,
    windowSeconds: WINDOW_SECONDS,
  });
  if (email === null) return;
  await takeFromLimit(system, { key: `sign-in:email:${email}`, max: PER_EMAIL, windowSeconds: WINDOW_SECONDS });
}

/**
 * Has a sign-in link mailed. Does the same and takes as long whether or not anyone has the address: who it is, the worker
 * finds out.
 */
export function requestSignIn(system: System, link: { email: string; url: string; app: App }): Promise<void> {
  return enqueueAlone(system, { name: "people.mail-sign-in-link", payload: link });
}

/** Writes the mail of a requested link. A person who belongs in the other app is told where it is; nobody gets nothing. */
export async function mailSignInLink(
  system: System,
  { email, url, app }: { email: string; url: string; app: App },
  cause: string,
): Promise<void> {
  const person = await system.db.prisma.person.findUnique({ where: { email } });
  if (!person) return;
  const right = APP_OF_ROLE[person.role];
  const { customerUrl, consoleUrl } = system.settings;
  const text =
    right === app
      ? `Hello ${person.name},\n\nopen this link and choose "Sign in". It works once, for 24 hours:\n\n${url}\n\nIf you did not ask for it, ignore this mail.`
      : `Hello ${person.name},\n\nyou asked to sign in at the ${app === "customer" ? "help centre" : "console"}. Your place is here:\n\n${right === "console" ? consoleUrl : customerUrl}/sign-in`;
  await sendMail(system, { cause, to: person.email, subject: "Sign in to Mintreu Support", text });
}
