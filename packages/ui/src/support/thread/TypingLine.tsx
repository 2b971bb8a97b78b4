"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Typing } from "../useConversation.ts";

/** Who writes now; keeps its place while nobody does, so that nothing moves. */
export function TypingLine({ typing }: { typing: readonly Typing[] }) {
  const t = useTranslations("thread");
  const format = useFormatter();
  const note = typing.length > 0 && typing.every(({ mode }) => mode === "note");
  const names = format.list(
    typing.map(({ name }) => name),
    { type: "conjunction" },
  );
  return (
    <p className="flex h-6 items-center gap-2 truncate px-1 text-muted text-xs">
      {typing.length > 0 && (
        <>
          <span aria-hidden className="flex gap-0.5">
            {[0, 150, 300].map((delay) => (
              <span
                key={delay}
                className="size-1.5 animate-breathe rounded-full bg-current"
                style={{ animationDelay: `${delay}ms` }}
              />
            ))}
          </span>
          {note ? t("typingNote", { names, count: typing.length }) : t("typing", { names, count: typing.length })}
        </>
      )}
    </p>
  );
}
