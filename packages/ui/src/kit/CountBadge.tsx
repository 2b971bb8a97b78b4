import { useFormatter } from "next-intl";
import { cx } from "./cx.ts";

/** What a count badge takes. */
export interface CountBadgeProps {
  count: number;
  /** What is counted, in words with the number, such as "3 unread messages"; without it the bare number is read. */
  label?: string;
  /** `accent` calls for attention (unread), `quiet` only informs (size of a view). */
  look?: "accent" | "quiet";
  /** More than this is shown as "99+". */
  max?: number;
}

/** A number beside a name. Nothing for 0, unless quiet. */
export function CountBadge({ count, label, look = "quiet", max = 999 }: CountBadgeProps) {
  const format = useFormatter();
  if (count <= 0 && look === "accent") return null;
  return (
    <span
      className={cx(
        "inline-flex shrink-0 items-center justify-center font-medium text-2xs tabular-nums",
        look === "accent" ? "h-4.5 min-w-4.5 rounded-full bg-accent-solid px-1 text-accent-contrast" : "text-muted",
      )}
    >
      <span aria-hidden={label ? true : undefined}>
        {count > max ? `${format.number(max)}+` : format.number(count)}
      </span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
