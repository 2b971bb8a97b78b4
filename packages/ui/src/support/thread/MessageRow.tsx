"use client";

import { BookOpen, StickyNote } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "../../kit/Avatar.tsx";
import { cx } from "../../kit/cx.ts";
import { MessageText } from "../MessageText.tsx";

/** What a message takes; the same for one that is pending and one that has arrived, so that nothing moves between. */
export interface MessageRowProps {
  author: string;
  own: boolean;
  /** On the viewer's side of the conversation: it stands at the end. */
  ourSide: boolean;
  /** Whether the author is the one who asked. */
  requester: boolean;
  /** Carries the author's name. */
  first: boolean;
  at: string;
  text: string;
  /** Who sees it besides its author, of a note; null for a message to everyone. */
  note: "agents" | "desk" | null;
  /** The article that the author had read before they asked. */
  article?: { slug: string; title: string } | undefined;
  /** Not with the server yet. */
  pending?: boolean;
  /** Stands under it: sent, read, failed. */
  state?: ReactNode;
}

/** One message or note. */
export function MessageRow(props: MessageRowProps) {
  const { author, ourSide, first, note, pending, state, at, text, article } = props;
  const format = useFormatter();
  const exact = format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "short" });
  return (
    <li className={cx("flex gap-2.5", ourSide && "flex-row-reverse", first ? "mt-5" : "mt-1.5")}>
      <span className={cx("w-8 shrink-0", ourSide && "max-sm:hidden")}>{first && <Avatar name={author} />}</span>
      <div className={cx("flex min-w-0 max-w-[min(42rem,86%)] flex-col", ourSide ? "items-end" : "items-start")}>
        {first && <Author {...props} />}
        <div
          title={exact}
          className={cx(
            "min-w-0 max-w-full rounded-lg border px-3.5 py-2",
            note
              ? "border-note-line bg-note-soft"
              : ourSide
                ? "border-transparent bg-accent-soft"
                : "border-border bg-raised",
            pending && "opacity-70",
          )}
        >
          {note && <NoteLabel visibility={note} />}
          <MessageText text={text} />
        </div>
        {article && <ReadBefore {...article} />}
        {state}
      </div>
    </li>
  );
}

function Author({ author, own, requester, at, note }: MessageRowProps) {
  const t = useTranslations("thread");
  const format = useFormatter();
  return (
    <p className="flex max-w-full flex-wrap items-baseline gap-x-2 px-1 pb-1 text-sm">
      <span className="font-semibold">{own ? t("you") : author}</span>
      {!own && !note && <span className="text-muted text-xs">{requester ? t("customer") : t("support")}</span>}
      <time dateTime={at} className="text-muted text-xs tabular-nums" suppressHydrationWarning>
        {format.dateTime(new Date(at), { hour: "numeric", minute: "2-digit" })}
      </time>
    </p>
  );
}

/** Help has the same addresses in both apps. */
function ReadBefore({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("thread");
  return (
    <p className="mt-1 flex min-w-0 max-w-full items-start gap-1.5 px-1 text-muted text-xs">
      <BookOpen aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 break-words">
        {t.rich("readBefore", {
          title,
          link: (chunks) => (
            <Link href={`/help/articles/${slug}`} className="inline-block min-h-6 font-medium text-accent underline">
              {chunks}
            </Link>
          ),
        })}
      </span>
    </p>
  );
}

function NoteLabel({ visibility }: { visibility: "agents" | "desk" }) {
  const t = useTranslations("thread.note");
  return (
    <p className="mb-1 flex items-center gap-1.5 font-semibold text-note text-xs">
      <StickyNote aria-hidden className="size-3.5 shrink-0" />
      {t("label")}
      <span className="font-normal">{t(visibility)}</span>
    </p>
  );
}
