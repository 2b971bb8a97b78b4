"use client";

import type { Hit } from "@mintreu/api/search/schema";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { HitIcon } from "../search/HitIcon.tsx";
import { Marked } from "../search/Marked.tsx";
import { whereFrom } from "../search/where-from.ts";

/** What a row takes. */
export interface AnswerRowProps {
  hit: Hit;
  /** Somebody who has looked at it may say that it answered. */
  wasOpened: boolean;
  onOpen: () => void;
  onAnswered: () => void;
}

/** One thing that may answer: an article opens here, documentation in a tab of its own, a ticket where it is. */
export function AnswerRow({ hit, wasOpened, onOpen, onAnswered }: AnswerRowProps) {
  const t = useTranslations("answers");
  const { kind, excerpt } = hit;
  const from = kind === "article" ? null : whereFrom(hit);
  return (
    <li>
      <div className="relative flex gap-2.5 rounded-md px-2.5 py-2 transition-colors hover:bg-hover">
        <HitIcon kind={kind} />
        <div className="min-w-0 flex-1">
          <Title hit={hit} onOpen={onOpen} />
          {excerpt.length > 0 && (
            <p className="excerpt line-clamp-2 stand-with-ours text-muted text-sm" dir="auto">
              <Marked text={excerpt} />
            </p>
          )}
          {from && <p className="truncate text-muted text-xs">{from}</p>}
        </div>
      </div>
      {wasOpened && kind !== "conversation" && (
        <button
          type="button"
          onClick={onAnswered}
          className="target ms-9 mb-1 inline-flex items-center gap-1.5 rounded-xs font-medium text-accent text-sm hover:underline"
        >
          <CircleCheck aria-hidden className="size-4" />
          {t("answered")}
        </button>
      )}
    </li>
  );
}

const LOOK =
  "stand-with-ours font-medium text-md after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus";

function Title({ hit: { kind, title, href }, onOpen }: Pick<AnswerRowProps, "hit" | "onOpen">) {
  const t = useTranslations("answers");
  if (kind === "article") {
    return (
      <button type="button" onClick={onOpen} aria-haspopup="dialog" className={LOOK} dir="auto">
        <Marked text={title} />
      </button>
    );
  }
  if (kind === "conversation") {
    return (
      <Link href={href} prefetch={false} className={LOOK} dir="auto">
        <Marked text={title} />
      </Link>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener" onClick={onOpen} className={LOOK} dir="auto">
      <Marked text={title} />
      <span className="sr-only"> {t("newTab")}</span>
    </a>
  );
}
