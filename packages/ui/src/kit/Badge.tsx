import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { softTone, type Tone } from "./tone.ts";

/** A short word on a tinted ground: a category, a channel, a role. */
export function Badge({ tone = "neutral", icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-xs px-1.5 font-medium text-2xs [&_svg]:size-3 [&_svg]:shrink-0",
        softTone[tone],
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
