"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./Kbd.tsx";

/** What a tooltip takes. */
export interface TooltipProps {
  /** Says in a few words what the trigger does; it must also be in the trigger's own name. */
  content: ReactNode;
  /** Keys as Kbd takes them, such as "mod+k". */
  keys?: string;
  side?: "top" | "bottom" | "left" | "right";
  /** One element that takes a ref and can have focus. */
  children: ReactElement;
}

/** A short text beside an element under the pointer or with focus. Never the only place of a text. */
export function Tooltip({ content, keys, side = "bottom", children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-sm border border-border bg-raised px-2 py-1 text-xs text-text shadow-overlay"
        >
          {content}
          {keys && <Kbd keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
