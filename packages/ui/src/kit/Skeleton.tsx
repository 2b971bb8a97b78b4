import { cx } from "./cx.ts";

/** The place of something that loads for the first time; give it a size by classes. Decorative: the region says it is busy. */
export function Skeleton({ className, round }: { className?: string; round?: boolean }) {
  return (
    <span
      aria-hidden
      className={cx("block animate-breathe bg-hover", round ? "rounded-full" : "rounded-sm", className)}
    />
  );
}
