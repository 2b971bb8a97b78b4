"use client";

import { cx } from "@mintreu/ui/kit/cx.ts";
import { DropdownMenu } from "@mintreu/ui/kit/DropdownMenu";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { type ActionId, keysOf } from "../actions/registry.ts";

/** What a property takes. */
export interface PropertyMenuProps {
  /** The action that opens it. */
  action: ActionId;
  /** What it is, such as "Status"; read before its value. */
  label: string;
  value: ReactNode;
  /** It is shown, and not this agent's to change. */
  fixed: boolean;
  children: ReactNode;
}

const look =
  "inline-flex h-7 min-w-0 max-w-56 items-center gap-1.5 rounded-md px-2 font-medium text-xs [&_svg]:size-4 [&_svg]:shrink-0";

/** One property of a conversation: its value, and a menu to change it that also opens by its key. */
export function PropertyMenu({ action, label, value, fixed, children }: PropertyMenuProps) {
  const [open, setOpen] = useState(false);
  useAction(action, fixed ? null : () => setOpen(true));
  const name = <span className="sr-only">{`${label}: `}</span>;
  if (fixed) {
    return (
      <span className={cx(look, "text-muted")}>
        {name}
        {value}
      </span>
    );
  }
  const keys = keysOf(action);
  const trigger = (
    <button
      type="button"
      title={keys ? `${label} (${keys.toUpperCase()})` : label}
      className={cx(
        look,
        "border border-border bg-raised text-text shadow-control transition-colors hover:bg-hover data-[state=open]:bg-hover",
      )}
    >
      {name}
      {value}
      <ChevronDown aria-hidden className="size-3.5! text-muted" />
    </button>
  );
  return (
    <DropdownMenu align="start" open={open} onOpenChange={setOpen} trigger={trigger}>
      {children}
    </DropdownMenu>
  );
}
