import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { softTone, type Tone } from "./tone.ts";

/** What a banner takes. */
export interface BannerProps {
  tone?: Extract<Tone, "info" | "success" | "warning" | "danger">;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Runs along the whole width without corners, as under a header. */
  edge?: boolean;
  /** Leave out for what was there from the start: it would be read twice. */
  live?: boolean;
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** One sentence that matters for the whole page or pane. Dangers are announced at once, the rest politely. */
export function Banner({ tone = "info", title, children, action, edge, live }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      {...(live ? { role: tone === "danger" ? "alert" : "status" } : {})}
      className={cx("flex items-center gap-2.5 px-4 py-2.5 text-md", softTone[tone], !edge && "rounded-lg")}
    >
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <strong className="font-semibold">{title} </strong>}
        {children && <span className="text-text">{children}</span>}
      </div>
      {action}
    </div>
  );
}
