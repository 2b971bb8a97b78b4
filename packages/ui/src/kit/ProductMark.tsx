import type { CSSProperties } from "react";
import { cx } from "./cx.ts";
import { hueOf, initials } from "./initials.ts";

/** What a product's mark takes. */
export interface ProductMarkProps {
  name: string;
  /** 0–359; from the name unless the product has one. */
  hue?: number;
  /** 20, 28, 40 or 56 px. */
  size?: "xs" | "sm" | "md" | "lg";
}

const sizes = {
  xs: "size-5 rounded-xs text-[0.5625rem]",
  sm: "size-7 rounded-sm text-2xs",
  md: "size-10 rounded-md text-sm",
  lg: "size-14 rounded-lg text-lg",
};

const shapes = [
  "M0 40C14 40 22 30 22 18S12 0 0 0z",
  "M40 0v22C26 24 14 14 14 0z",
  "M0 40 40 12v28z",
  "M20 40a20 20 0 0 1 20-20v20z",
];

/** A generated picture for a product: its initials over a shape, both always the same for it. Decorative. */
export function ProductMark({ name, hue = hueOf(name), size = "md" }: ProductMarkProps) {
  return (
    <span
      aria-hidden
      className={cx(
        "tint relative grid shrink-0 select-none place-items-center overflow-hidden font-bold",
        sizes[size],
      )}
      style={{ "--hue": hue } as CSSProperties}
    >
      <svg viewBox="0 0 40 40" className="absolute inset-0 size-full opacity-12" aria-hidden="true">
        <path d={shapes[hueOf(`${name}·`) % shapes.length]} fill="currentColor" />
      </svg>
      <span className="relative leading-none">{initials(name)}</span>
    </span>
  );
}
