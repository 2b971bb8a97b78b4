import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-look.ts";
import { cx } from "./cx.ts";

/** A native button with a look. */
export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Stands before the text; decorative. */
  icon?: ReactNode;
  /** Its action is under way: it keeps its text and focus, and does nothing more. A thin line shows only after 400 ms. */
  pending?: boolean;
}

/** Does something. `type` is "button" unless told; `pending` suits instant actions, as nothing spins. */
export function Button({ variant, size, wide, icon, pending, className, children, onClick, ...rest }: ButtonProps) {
  const hold = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault();
  return (
    <button
      type="button"
      {...rest}
      {...(pending ? { "aria-disabled": true, "aria-busy": true, onClick: hold } : onClick ? { onClick } : {})}
      className={cx(buttonClass({ variant, size, wide }), className)}
    >
      {icon}
      {children}
      {pending && (
        <span className="absolute inset-x-0 bottom-0 h-0.5 origin-left animate-busy bg-current rtl:origin-right" />
      )}
    </button>
  );
}
