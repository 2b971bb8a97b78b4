"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { useFocusInside } from "./focus-inside.ts";
import { IconButton } from "./IconButton.tsx";

/** What a dialog takes. */
export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Read aloud with the title. */
  description?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  /** 400, 560 or 760 px wide; a sheet from below on a phone. */
  size?: "sm" | "md" | "lg";
  children?: ReactNode;
}

const widths = { sm: "sm:max-w-100", md: "sm:max-w-140", lg: "sm:max-w-190" };

/** A question or form over the page. Holds the focus, closes with Escape, gives the focus back. What has `data-autofocus` gets it first. */
export function Dialog({ open, onOpenChange, title, description, footer, size = "sm", children }: DialogProps) {
  const t = useTranslations("kit");
  const focus = useFocusInside();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid animate-appear grid-cols-[minmax(0,1fr)] items-end overflow-y-auto bg-scrim sm:place-items-center sm:p-6">
          <Radix.Content
            {...focus}
            {...(description ? {} : { "aria-describedby": undefined })}
            className={cx(
              "w-full animate-rise rounded-t-xl border border-border bg-raised shadow-overlay outline-none sm:rounded-xl",
              widths[size],
            )}
          >
            <div className="flex items-start gap-3 px-5 pt-4.5">
              <Radix.Title className="min-w-0 flex-1 font-semibold text-lg">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton label={t("close")} className="-me-2 -mt-1">
                  <X />
                </IconButton>
              </Radix.Close>
            </div>
            {description && (
              <Radix.Description className="px-5 pt-1 text-md text-muted">{description}</Radix.Description>
            )}
            {children && <div className="px-5 pt-4">{children}</div>}
            <div className="flex flex-wrap justify-end gap-2 p-5">{footer}</div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
