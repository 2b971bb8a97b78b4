"use client";

import { type ChangeEvent, type ComponentProps, useLayoutEffect, useRef } from "react";
import { cx } from "./cx.ts";
import { controlClass, useFieldControl } from "./field-control.ts";

/** What a text area takes, besides everything of a native one. */
export interface TextareaProps extends ComponentProps<"textarea"> {
  /** Without frame and ground, for a composer that draws its own; give that frame `focus-frame`. */
  bare?: boolean;
}

/** Several lines of text; grows with what is typed up to `max-h-*` (20 lines unless told), then scrolls. */
export function Textarea({ bare, className, rows = 3, style, onChange, ref: outer, ...rest }: TextareaProps) {
  const wiring = useFieldControl(rest);
  const own = useRef<HTMLTextAreaElement | null>(null);
  // After every render, as the text may have been set from outside.
  useLayoutEffect(() => grow(own.current));
  return (
    <textarea
      {...rest}
      {...wiring}
      rows={rows}
      // `field-sizing` lets go of `rows`.
      style={{ minHeight: `calc(${rows}lh + ${bare ? 0.5 : 1.125}rem)`, ...style }}
      ref={(node) => {
        own.current = node;
        if (typeof outer === "function") return outer(node);
        if (outer) outer.current = node;
      }}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
        grow(event.target);
        onChange?.(event);
      }}
      className={cx(
        bare ? "w-full bg-transparent outline-none" : cx(controlClass, "py-2"),
        "field-sizing-content block max-h-[30em] resize-none text-base",
        className,
      )}
    />
  );
}

/** For browsers without `field-sizing`: the height follows the text. */
function grow(area: HTMLTextAreaElement | null) {
  if (!area || CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
