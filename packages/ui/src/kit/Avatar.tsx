import type { CSSProperties } from "react";
import { cx } from "./cx.ts";
import { hueOf, initials } from "./initials.ts";

/** What an avatar takes. */
export interface AvatarProps {
  name: string;
  /** 20, 24, 32 or 40 px. */
  size?: "xs" | "sm" | "md" | "lg";
  /** A dot for being here now; say it in words elsewhere. */
  present?: boolean;
  /** Read aloud as the name. Leave out where the name stands beside it. */
  labelled?: boolean;
}

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-6 text-[0.625rem]",
  md: "size-8 text-xs",
  lg: "size-10 text-md",
};

/** A person as initials on a colour that is always theirs. */
export function Avatar({ name, size = "md", present, labelled }: AvatarProps) {
  const naming = labelled ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <span {...naming} className={cx("relative inline-flex shrink-0", sizes[size])}>
      <span
        className="tint grid size-full select-none place-items-center rounded-full font-semibold leading-none"
        style={{ "--hue": hueOf(name) } as CSSProperties}
      >
        {initials(name)}
      </span>
      {present && (
        <span className="absolute -end-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-raised bg-success" />
      )}
    </span>
  );
}
