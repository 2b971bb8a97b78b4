"use client";

import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import { tabListClass } from "./tab-look.ts";

/** One choice. */
export interface Segment<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
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
            "inline-flex h-7 cursor-pointer items-center gap-1.5 whitespace-nowrap rounded-sm border px-2.5 font-medium text-sm transition-colors [&_svg]:size-4",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus",
            segment.value === value
              ? "border-border bg-raised text-text shadow-control"
              : "border-transparent text-muted hover:text-text",
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
