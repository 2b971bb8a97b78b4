"use client";

import type { Status } from "@mintreu/api/conversations/schema";
import { ChevronDown, Send, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../kit/Button.tsx";
import { buttonClass } from "../../kit/button-look.ts";
import { cx } from "../../kit/cx.ts";
import { DropdownMenu, MenuItem } from "../../kit/DropdownMenu.tsx";

/** Statuses a reply may leave a conversation in. */
export type LeaveIn = "open" | "pending" | "on_hold" | "resolved";

/** What the button takes. */
export interface SendButtonProps {
  mode: "reply" | "note";
  /** A requester has one button, agents choose what comes after. */
  agent: boolean;
  transitions: readonly Status[];
  onSend: (status?: LeaveIn) => void;
}

const CHOICES: readonly LeaveIn[] = ["pending", "on_hold", "resolved", "open"];

/** Sends; for agents with a menu of statuses to leave the conversation in. */
export function SendButton({ mode, agent, transitions, onSend }: SendButtonProps) {
  const t = useTranslations("composer");
  if (mode === "note") {
    return (
      <Button variant="note" icon={<StickyNote aria-hidden />} onClick={() => onSend()}>
        {t("addNote")}
      </Button>
    );
  }
  const choices = agent ? CHOICES.filter((status) => transitions.includes(status)) : [];
  const split = choices.length > 0;
  return (
    <span className="flex">
      <Button
        variant="primary"
        icon={<Send aria-hidden className="rtl:-scale-x-100" />}
        className={split ? "rounded-e-none" : ""}
        onClick={() => onSend()}
      >
        {agent ? t("sendReply") : t("send")}
      </Button>
      {split && (
        <DropdownMenu
          side="top"
          trigger={
            <button
              type="button"
              aria-label={t("sendAnd")}
              className={cx(buttonClass({ variant: "primary" }), "ms-px rounded-s-none px-1.5!")}
            >
              <ChevronDown aria-hidden />
            </button>
          }
        >
          {choices.map((status) => (
            <MenuItem
              key={status}
              icon={<Send aria-hidden className="rtl:-scale-x-100" />}
              onSelect={() => onSend(status)}
            >
              {t(`leaveIn.${status}`)}
            </MenuItem>
          ))}
        </DropdownMenu>
      )}
    </span>
  );
}
