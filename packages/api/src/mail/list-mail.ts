import type { Context } from "../core/transact.ts";

/** One line of the mail log. */
export interface MailRow {
  id: string;
  to: string;
  subject: string;
  text: string;
  status: "logged" | "sent" | "failed";
  createdAt: string;
}

const PAGE = 50;

/** The newest mails, a page at a time; `cursor` is the last id of the page before. */
export async function listMail({ system }: Context, { cursor }: { cursor?: string | null | undefined }) {
  const found = await system.db.prisma.mail.findMany({
    orderBy: { id: "desc" },
    take: PAGE + 1,
    ...(cursor ? { where: { id: { lt: cursor } } } : {}),
  });
  const rows = found.slice(0, PAGE).map(
    ({ id, toEmail, subject, text, status, createdAt }): MailRow => ({
      ...{ id, to: toEmail, subject, text, status },
      createdAt: createdAt.toISOString(),
    }),
  );
  return { rows, nextCursor: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}
