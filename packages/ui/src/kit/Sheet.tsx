"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { CSSProperties, ReactNode } from "react";
import { cx } from "./cx.ts";
import { useFocusInside } from "./focus-inside.ts";
import { IconButton } from "./IconButton.tsx";

/** What a sheet takes. */
export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The edge it comes from. */
  side?: "start" | "end";
  /** For something to read. */
  wide?: boolean;
  children: ReactNode;
}

/** A pane over the page from one edge, the whole height: navigation or details on a narrow screen. */
export function Sheet({ open, onOpenChange, title, side = "end", wide, children }: SheetProps) {
  const t = useTranslations("kit");
  const focus = useFocusInside();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          {...focus}
          style={{ "--slide-from": side === "start" ? "-1.5rem" : "1.5rem" } as CSSProperties}
          className={cx(
            "fixed inset-y-0 z-50 flex animate-slide flex-col bg-raised shadow-overlay outline-none",
            wide ? "w-160 max-w-full" : "w-80 max-w-[calc(100vw-3rem)]",
            side === "start" ? "start-0 border-e" : "end-0 border-s",
          )}
        >
          <div className={cx("flex h-12 shrink-0 items-center gap-2 pe-2", wide ? "ps-5 sm:ps-7" : "ps-4")}>
            <Radix.Title className={cx("min-w-0 flex-1 truncate font-semibold", wide ? "text-base" : "text-md")}>
              {title}
            </Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t("close")}>
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="pane-scroll flex min-h-0 flex-1 flex-col">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
