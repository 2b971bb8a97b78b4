"use client";

import type { Side } from "@mintreu/api/conversations/events";
import { ArrowUpDown, CircleDot, CornerDownRight, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RelativeTime } from "../../kit/RelativeTime.tsx";
import type { LineEvent } from "./rows.ts";

/** What a line takes. */
export interface EventLineProps {
  event: LineEvent;
  side: Side;
  hrefOf: (conversationId: string) => string;
}

/** One quiet line for what changed: status, priority, who has it, a follow-up. */
export function EventLine({ event, side, hrefOf }: EventLineProps) {
  return (
    <li className="my-3 flex items-center justify-center gap-2 px-2 text-center text-muted text-xs [&_svg]:size-3.5 [&_svg]:shrink-0">
      <LineIcon kind={event.kind} />
      <span>
        <LineText event={event} side={side} hrefOf={hrefOf} />
        {" · "}
        <RelativeTime at={event.at} />
      </span>
    </li>
  );
}

function LineIcon({ kind }: { kind: LineEvent["kind"] }) {
  const icons: Record<LineEvent["kind"], ReactNode> = {
    status_changed: <CircleDot aria-hidden />,
    priority_changed: <ArrowUpDown aria-hidden />,
    assigned: <UserRound aria-hidden />,
    follow_up_opened: <CornerDownRight aria-hidden />,
  };
  return icons[kind];
}

function LineText({ event, side, hrefOf }: EventLineProps): ReactNode {
  const t = useTranslations("thread.line");
  const status = useTranslations(`status.${side}`);
  const priority = useTranslations("priority");
  const who = event.own ? "you" : "other";
  const { name } = event.actor;
  switch (event.kind) {
    case "status_changed":
      return t("status", { who, name, status: status(event.data.to) });
    case "priority_changed":
      return t("priority", { who, name, priority: priority(event.data.to) });
    case "assigned": {
      const { fromDesk, toDesk, toDeskName, toName } = event.data;
      if (fromDesk !== toDesk) return t("desk", { who, name, desk: toDeskName });
      if (side === "requester") return t("looking", { desk: toDeskName });
      return toName === null ? t("unassigned", { who, name }) : t("assigned", { who, name, to: toName });
    }
    case "follow_up_opened":
      return t.rich("followUp", {
        number: event.data.number,
        link: (chunks) => (
          <Link href={hrefOf(event.data.conversationId)} className="font-medium text-accent underline">
            {chunks}
          </Link>
        ),
      });
  }
}
