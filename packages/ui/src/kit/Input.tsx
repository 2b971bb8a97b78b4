"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { controlClass, useFieldControl } from "./field-control.ts";

/** What an input takes, besides everything of a native one. */
export interface InputProps extends Omit<ComponentProps<"input">, "size"> {
  size?: "md" | "lg";
  /** Stands inside at the start; decorative. */
  icon?: ReactNode;
}

/** One line of text. In a Field it needs no id; outside give it an `aria-label`. */
export function Input({ size = "md", icon, className, ...rest }: InputProps) {
  const wiring = useFieldControl(rest);
  const input = (
    <input
      {...rest}
      {...wiring}
      className={cx(controlClass, size === "lg" ? "h-10 text-base" : "h-8", Boolean(icon) && "ps-9", className)}
    />
  );
  if (!icon) return input;
  return (
    <span className="relative block min-w-0">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-0 grid w-9 place-items-center text-muted [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
