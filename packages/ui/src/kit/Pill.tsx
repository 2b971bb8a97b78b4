import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { softTone, type Tone, textTone } from "./tone.ts";

/** What a pill takes. */
export interface PillProps {
  tone?: Tone;
  /** `ring` is hollow: not begun, or over. */
  dot?: "full" | "ring" | "none";
  /** Without ground, for dense lists. */
  plain?: boolean;
  children: ReactNode;
}

/** A state with a dot. The text tells it too, so that colour is never alone. */
export function Pill({ tone = "neutral", dot = "full", plain, children }: PillProps) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full font-medium text-xs",
        plain ? "text-text" : cx("h-6 px-2.5", softTone[tone]),
      )}
    >
      {dot !== "none" && (
        <span
          aria-hidden
          className={cx(
            "size-2 rounded-full",
            textTone[tone],
            dot === "full" ? "bg-current" : "border-[1.5px] border-current",
          )}
        />
      )}
      {children}
    </span>
  );
}
