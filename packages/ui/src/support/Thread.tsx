"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../kit/Button.tsx";
import { cx } from "../kit/cx.ts";
import { NewMessages } from "./thread/NewMessages.tsx";
import { arrange } from "./thread/rows.ts";
import { ThreadRows } from "./thread/ThreadRows.tsx";
import { TypingLine } from "./thread/TypingLine.tsx";
import { movesGently, useThreadScroll } from "./thread/useThreadScroll.ts";
import type { Conversation } from "./useConversation.ts";

/** What a thread takes. */
export interface ThreadProps {
  conversation: Conversation;
  /** Where another conversation is, for links to follow-ups. */
  hrefOf?: (conversationId: string) => string;
  /** Stands at the very top, before the first message. */
  before?: ReactNode;
  /** Width and space of the column of messages. */
  className?: string;
}

/**
 * A conversation's messages. Fills the height it is given and scrolls for itself; starts at the newest, keeps one's place,
 * and tells what was read once somebody has looked at the end of it.
 */
export function Thread({ conversation, hrefOf = ownHref, before, className }: ThreadProps) {
  const { view, pending, unreadAfter, hasEarlier, loadEarlier, loadingEarlier, markRead } = conversation;
  const t = useTranslations("thread");
  const dayOf = useDayOf();
  const rows = useMemo(
    () => arrange({ events: view.events, pending, unreadAfter, dayOf }),
    [view.events, pending, unreadAfter, dayOf],
  );
  const scroller = useRef<HTMLElement>(null);
  const onNearStart = useCallback(() => {
    if (hasEarlier) void loadEarlier();
  }, [hasEarlier, loadEarlier]);
  const last = rows.at(-1);
  const { atEnd, toEnd } = useThreadScroll(scroller, {
    lastKey: last?.key,
    ownLast: last?.type === "pending",
    onNearStart,
  });
  useMarkRead({ atEnd, seq: view.seq, markRead });
  const missed = useMissed(conversation, atEnd);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroller}
        aria-label={t("label")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        className="pane-scroll flex min-h-0 flex-1 flex-col-reverse [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className={cx("mx-auto mb-auto w-full px-4 pt-5 sm:px-6", className)}>
          {hasEarlier ? (
            <p className="mb-4 text-center">
              <Button size="sm" variant="quiet" pending={loadingEarlier} onClick={() => void loadEarlier()}>
                {t("earlier")}
              </Button>
            </p>
          ) : (
            before
          )}
          <ol>
            <ThreadRows rows={rows} conversation={conversation} hrefOf={hrefOf} />
          </ol>
          <TypingLine typing={conversation.typing} />
        </div>
      </section>
      <Jumps scroller={scroller} atEnd={atEnd} toEnd={toEnd} missed={missed} />
      <NewMessages view={view} />
    </div>
  );
}

const ownHref = (id: string) => `/conversations/${id}`;

/** The text of a moment's day where the viewer is. */
function useDayOf() {
  const format = useFormatter();
  const timeZone = useTimeZone();
  return useCallback((at: string) => format.dateTime(new Date(at), { dateStyle: "short" }), [timeZone]);
}

/** Marks as read when the end is on screen: as it comes there, as something new comes, and as one comes back to the tab. */
function useMarkRead({ atEnd, seq, markRead }: { atEnd: boolean; seq: number; markRead: () => void }) {
  useEffect(() => {
    if (!atEnd || seq === 0) return;
    markRead();
    window.addEventListener("focus", markRead);
    document.addEventListener("visibilitychange", markRead);
    return () => {
      window.removeEventListener("focus", markRead);
      document.removeEventListener("visibilitychange", markRead);
    };
  }, [atEnd, seq, markRead]);
}

/** How many messages of others have come while one was reading further back. */
function useMissed({ view }: Conversation, atEnd: boolean): number {
  const [seen, setSeen] = useState(view.seq);
  if (atEnd && seen !== view.seq) setSeen(view.seq);
  return atEnd ? 0 : view.events.filter(({ seq, own, kind }) => seq > seen && !own && isRead(kind)).length;
}

const isRead = (kind: string) => kind === "message" || kind === "note";

interface JumpsProps {
  scroller: { readonly current: HTMLElement | null };
  atEnd: boolean;
  toEnd: () => void;
  missed: number;
}

/** Leads to the unread line while it is out of sight above, and back to the newest message. */
function Jumps({ scroller, atEnd, toEnd, missed }: JumpsProps) {
  const t = useTranslations("thread");
  const [unreadAbove, setUnreadAbove] = useState(false);
  const lineOf = useCallback(() => scroller.current?.querySelector("[data-unread-line]"), [scroller]);
  useEffect(() => {
    const line = lineOf();
    if (!line) return setUnreadAbove(false);
    const look = ([entry]: IntersectionObserverEntry[]) => {
      const top = entry?.rootBounds?.top ?? 0;
      setUnreadAbove(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < top);
    };
    const observer = new IntersectionObserver(look, { root: scroller.current });
    observer.observe(line);
    return () => observer.disconnect();
  }, [scroller, lineOf]);
  const toUnread = () => {
    lineOf()?.scrollIntoView({ block: "start", behavior: movesGently() ? "smooth" : "auto" });
    scroller.current?.focus({ preventScroll: true });
  };
  const pill = "pointer-events-auto rounded-full shadow-overlay";
  return (
    <>
      <div className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
        {unreadAbove && (
          <Button size="sm" className={pill} icon={<ArrowUp aria-hidden />} onClick={toUnread}>
            {t("toUnread")}
          </Button>
        )}
      </div>
      <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
        {!atEnd && (
          <Button
            size="sm"
            variant={missed > 0 ? "primary" : "secondary"}
            className={pill}
            icon={<ArrowDown aria-hidden />}
            onClick={toEnd}
          >
            {missed > 0 ? t("missed", { count: missed }) : t("toNewest")}
          </Button>
        )}
      </div>
    </>
  );
}
