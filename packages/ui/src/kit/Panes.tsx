"use client";

import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Sheet } from "./Sheet.tsx";

/** The details beside a conversation. */
export interface SidePane {
  label: string;
  content: ReactNode;
  /** Whether it is open as a sheet, on screens too narrow for three panes. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Put away on a wide screen, too. */
  collapsed?: boolean;
}

/** Matches where list, main part and details stand beside each other. */
export const threePanes = "(width >= 87.5rem)";

/** What panes take. */
export interface PanesProps {
  list: ReactNode;
  /** Names the list's region. */
  listLabel: string;
  /** The chosen thing, or an EmptyState. */
  children: ReactNode;
  /** Which one a narrow screen shows. */
  show: "list" | "main";
  side?: SidePane;
}

/**
 * List, chosen thing and its details beside each other, each a column that scrolls by itself: give the scrolling part
 * `pane-scroll flex-1 min-h-0`. Under 768 px one at a time; under 1400 px the details are a sheet (`threePanes` tells).
 */
export function Panes({ list, listLabel, children, show, side }: PanesProps) {
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={listLabel}
        className={cx(
          "flex min-h-0 w-full shrink-0 flex-col border-border bg-surface md:w-80 md:border-e min-[100rem]:w-96",
          show !== "list" && "max-md:hidden",
        )}
      >
        {list}
      </section>
      <div className={cx("flex min-h-0 min-w-0 flex-1 flex-col bg-raised", show !== "main" && "max-md:hidden")}>
        {children}
      </div>
      {side && !side.collapsed && (
        <aside
          aria-label={side.label}
          className="pane-scroll flex min-h-0 w-80 shrink-0 flex-col border-border border-s bg-surface max-[87.5rem]:hidden"
        >
          {side.content}
        </aside>
      )}
      {side && (
        <Sheet title={side.label} open={side.open} onOpenChange={side.onOpenChange}>
          {side.content}
        </Sheet>
      )}
    </div>
  );
}
