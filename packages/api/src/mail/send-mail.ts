import { newId } from "../core/ids.ts";
import type { System } from "../core/system.ts";

/** A mail to one recipient. */
export interface OutgoingMail {
  /** What caused it; one cause is one mail, however often its job runs. */
  cause: string;
  to: string;
  subject: string;
  text: string;
}

/** Writes a mail into the mail log. No mail server can be configured yet, so the log is where it is read. */
export async function sendMail(system: System, { cause, to, subject, text }: OutgoingMail): Promise<void> {
  const createdAt = system.clock();
  await system.db.prisma.mail.createMany({
    data: { id: newId(createdAt.getTime()), cause, toEmail: to, subject: oneLine(subject), text, createdAt },
    skipDuplicates: true,
  });
}

/** Subjects name what people called something, in which a line may end: behind it another header of the mail would begin. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
