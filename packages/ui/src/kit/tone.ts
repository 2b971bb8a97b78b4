/** What a colour means. `note` is for internal notes only; `waiting` for what waits for the requester. */
export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger" | "waiting" | "note";

/** Text on a soft ground, by tone. */
export const softTone: Record<Tone, string> = {
  neutral: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent",
  info: "bg-info-soft text-info",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  waiting: "bg-waiting-soft text-waiting",
  note: "bg-note-soft text-note",
};

/** Text and icons without a ground, by tone. */
export const textTone: Record<Tone, string> = {
  neutral: "text-muted",
  accent: "text-accent",
  info: "text-info",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
  waiting: "text-waiting",
  note: "text-note",
};
