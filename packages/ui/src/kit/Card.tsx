import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** What a card takes, besides everything of a `div`. */
export interface CardProps extends ComponentProps<"div"> {
  /** Answers to the pointer; for a card that holds one stretched link (`after:absolute after:inset-0`). */
  interactive?: boolean;
  /** Without inner space, for lists that reach the edge. */
  flush?: boolean;
}

/** A raised ground for one thing. */
export function Card({ interactive, flush, className, ...rest }: CardProps) {
  return (
    <div
      {...rest}
      className={cx(
        "relative rounded-lg border border-border bg-raised shadow-card",
        !flush && "p-4 sm:p-5",
        interactive && "transition-[border-color,box-shadow] hover:border-control hover:shadow-overlay",
        className,
      )}
    />
  );
}
