"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { controlClass, useFieldControl } from "./field-control.ts";

/** What a select takes, besides everything of a native one. */
export interface SelectProps extends Omit<ComponentProps<"select">, "size"> {
  size?: "sm" | "md" | "lg";
  /** Without frame until pointed at, for side panels. */
  quiet?: boolean;
}

const heights = { sm: "h-7 text-sm", md: "h-8", lg: "h-10 text-base" };

/** The browser's own choice list, styled: best on phones and with a screen reader. Children are `<option>`s. */
export function Select({ size = "md", quiet, className, children, ...rest }: SelectProps) {
  const wiring = useFieldControl(rest);
  return (
    <span className="relative block min-w-0">
      <select
        {...rest}
        {...wiring}
        className={cx(
          controlClass,
          "appearance-none truncate pe-8",
          heights[size],
          quiet && "border-transparent bg-transparent shadow-none hover:bg-hover",
          className,
        )}
      >
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-muted" />
    </span>
  );
}
