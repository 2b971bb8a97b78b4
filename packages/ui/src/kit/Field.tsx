"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { FieldContext } from "./field-control.ts";

/** What a field takes; the control inside it needs no id. */
export interface FieldProps {
  label: ReactNode;
  /** Helps before; stays when there is an error. */
  hint?: ReactNode;
  /** Says what is wrong and what to do; announced when it comes. */
  error?: ReactNode;
  required?: boolean;
  /** The label is only read aloud. */
  hideLabel?: boolean;
  /** Stands at the end of the label's line, such as a counter. */
  aside?: ReactNode;
  /** One Input, Textarea or Select. */
  children: ReactNode;
}

/** Label, hint and error around one control, wired for screen readers. Fields that are not required say so. */
export function Field({ label, hint, error, required = false, hideLabel, aside, children }: FieldProps) {
  const t = useTranslations("kit");
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className={hideLabel ? "sr-only" : "flex items-baseline justify-between gap-3"}>
          <label htmlFor={id} className="font-medium text-md">
            {label}
            {!required && !hideLabel && <span className="ms-1.5 font-normal text-muted text-sm">{t("optional")}</span>}
          </label>
          {aside && <span className="text-muted text-xs tabular-nums">{aside}</span>}
        </div>
        {children}
        {hint && (
          <p id={hintId} className="text-muted text-sm">
            {hint}
          </p>
        )}
        <div aria-live="polite">
          {error && (
            <p id={errorId} className="flex items-start gap-1.5 text-danger text-sm">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {error}
            </p>
          )}
        </div>
      </div>
    </FieldContext>
  );
}
