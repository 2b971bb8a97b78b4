"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { tabListClass } from "./tab-look.ts";

/** One choice. */
export interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
  /** `note` turns amber when chosen. */
  tone?: "note";
}

/** What a segmented control takes. */
export interface SegmentedControlProps<Value extends string> {
  /** Names the choice for screen readers. */
  label: string;
  segments: Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two to five exclusive choices, all visible. Native radio buttons: arrow keys move. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={tabListClass.segments}>
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            // What is only for screen readers would else stand outside of what scrolls, and widen the page.
            "relative inline-flex h-7 cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-sm border px-2.5 font-medium text-sm transition-colors [&_svg]:size-4",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus",
            look(segment.value === value, segment.tone),
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="sr-only"
          />
          {segment.icon}
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}

function look(chosen: boolean, tone: "note" | undefined) {
  if (!chosen) return "border-transparent text-muted hover:text-text";
  if (tone === "note") return "border-transparent bg-note-solid text-note-contrast shadow-control";
  return "border-border bg-raised text-text shadow-control";
}
