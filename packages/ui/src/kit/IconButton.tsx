"use client";

import type { ComponentProps, ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "./button-look.ts";
import { cx } from "./cx.ts";
import { Tooltip } from "./Tooltip.tsx";

/** What an icon button takes, besides everything of a native button. */
export interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** Its name for everybody: read aloud, and shown as tooltip. */
  label: string;
  children: ReactNode;
  variant?: Extract<ButtonVariant, "quiet" | "secondary">;
  size?: ButtonSize;
  keys?: string;
  /** Where the tooltip opens. */
  side?: "top" | "bottom" | "left" | "right";
}

const sizes: Record<ButtonSize, string> = {
  sm: "size-7 [&_svg]:size-4",
  md: "size-8 [&_svg]:size-4.5",
  lg: "size-10 [&_svg]:size-5",
};

/** A button that is only an icon. */
export function IconButton({
  label,
  children,
  variant = "quiet",
  size = "md",
  keys,
  side,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} keys={keys} side={side}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={cx(
          "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-text",
          "disabled:pointer-events-none disabled:opacity-55 data-[state=open]:bg-hover aria-pressed:bg-selected aria-pressed:text-accent",
          variant === "secondary" && "border border-border bg-raised shadow-control",
          sizes[size],
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
