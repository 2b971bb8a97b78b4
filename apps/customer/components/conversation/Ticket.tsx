"use client";

import { PageSkeleton } from "@mintreu/ui/kit/PageSkeleton";
import { Composer } from "@mintreu/ui/support/Composer";
import { Thread } from "@mintreu/ui/support/Thread";
import { type Conversation, useConversation } from "@mintreu/ui/support/useConversation.ts";
import Link from "next/link";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { ClosedNotice } from "./ClosedNotice.tsx";
import { TicketHeader } from "./TicketHeader.tsx";

/** A ticket as its requester sees it: where it stands, what was said, and room to answer. */
export function Ticket({ id }: { id: string }) {
  const conversation = useConversation(id);
  if (conversation === null) notFound();
  if (conversation === undefined) return <PageSkeleton rows={4} />;
  const { view } = conversation;
  return (
    <div data-fill className="flex min-h-0 w-full flex-1 flex-col">
      <TicketHeader conversation={conversation} />
      <Thread className="max-w-5xl" conversation={conversation} before={<Follows conversation={conversation} />} />
      <div className="mx-auto w-full max-w-5xl px-3 pt-1 pb-3 sm:px-6 sm:pb-5">
        {view.status === "closed" ? <ClosedNotice view={view} /> : <Composer conversation={conversation} />}
      </div>
    </div>
  );
}

function Follows({ conversation: { view } }: { conversation: Conversation }) {
  const t = useTranslations("ticket");
  if (!view.follows) return null;
  const { id, number } = view.follows;
  return (
    <p className="mb-4 text-center text-muted text-sm">
      {t.rich("follows", {
        number,
        link: (chunks) => (
          <Link href={`/conversations/${id}`} className="font-medium text-accent underline">
            {chunks}
          </Link>
        ),
      })}
    </p>
  );
}
