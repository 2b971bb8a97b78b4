"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

const LONGEST = 300;

/**
 * Reads each new message of somebody else aloud once, politely. It is apart from the list, so that nothing is read again
 * when earlier messages are loaded or a conversation is opened.
 */
export function NewMessages({ view }: { view: ConversationView }) {
  const t = useTranslations("thread");
  const [said, setSaid] = useState<readonly { seq: number; text: string }[]>([]);
  const heard = useRef(view.seq);
  useEffect(() => {
    const fresh = view.events.filter((event) => event.seq > heard.current && !event.own);
    heard.current = Math.max(heard.current, view.seq);
    const texts = fresh.flatMap((event) => {
      if (event.kind !== "message" && event.kind !== "note") return [];
      const values = { name: event.actor.name, text: event.data.body.slice(0, LONGEST) };
      return { seq: event.seq, text: event.kind === "note" ? t("announceNote", values) : t("announce", values) };
    });
    if (texts.length > 0) setSaid((before) => [...before, ...texts].slice(-5));
  }, [view.events, view.seq, t]);
  return (
    <div role="log" aria-live="polite" aria-relevant="additions" aria-label={t("newMessages")} className="sr-only">
      {said.map(({ seq, text }) => (
        <p key={seq}>{text}</p>
      ))}
    </div>
  );
}
