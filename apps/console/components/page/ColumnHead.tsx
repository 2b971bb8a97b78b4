import { cx } from "@mintreu/ui/kit/cx.ts";
import type { ComponentProps } from "react";

/** What a head takes, besides everything of a native one. */
export interface ColumnHeadProps extends ComponentProps<"th"> {
  /** Its column holds numbers, which stand at the end. */
  end?: boolean;
}

/** Names a column of a table. */
export function ColumnHead({ end, className, ...rest }: ColumnHeadProps) {
  return <th scope="col" {...rest} className={cx("font-medium", end ? "text-end" : "text-start", className)} />;
}
