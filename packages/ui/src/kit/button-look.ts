import { cx } from "./cx.ts";

/** `note` saves an internal note and is used for nothing else. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "note";
/** Heights 28, 32 and 40 px: dense panes, controls, a customer's main action. */
export type ButtonSize = "sm" | "md" | "lg";

/** How a button looks; shared by what acts (Button) and what leads somewhere (ButtonLink). */
export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Takes the whole width. */
  wide?: boolean;
}

const base =
  "relative inline-flex select-none items-center justify-center gap-1.5 overflow-hidden whitespace-nowrap font-medium " +
  "transition-[background-color,border-color,color,box-shadow,scale] active:scale-[0.985] [&_svg]:shrink-0 " +
  "disabled:opacity-55 disabled:shadow-none aria-disabled:opacity-55 aria-disabled:active:scale-100";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent-solid text-accent-contrast shadow-control hover:bg-accent-hover",
  secondary: "border border-border bg-raised text-text shadow-control hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-text",
  danger: "bg-danger-solid text-danger-contrast shadow-control hover:bg-danger-hover",
  note: "bg-note-solid text-note-contrast shadow-control hover:bg-note-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 rounded-sm px-2.5 text-sm [&_svg]:size-3.5",
  md: "h-8 rounded-md px-3 text-md [&_svg]:size-4",
  lg: "h-10 rounded-md px-4 text-base [&_svg]:size-4.5",
};

/** The class names of a button. */
export function buttonClass({ variant = "secondary", size = "md", wide }: ButtonLook): string {
  return cx(base, variants[variant], sizes[size], wide && "w-full");
}
