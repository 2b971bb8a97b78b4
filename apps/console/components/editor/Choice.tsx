"use client";

import { Field } from "@mintreu/ui/kit/Field";
import { Select } from "@mintreu/ui/kit/Select";

interface Props<Value extends string> {
  label: string;
  hint?: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of several, which holds as soon as it is chosen. */
export function Choice<Value extends string>({ label, hint, value, options, onChange }: Props<Value>) {
  return (
    <Field label={label} required hint={hint}>
      <Select
        value={value}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
