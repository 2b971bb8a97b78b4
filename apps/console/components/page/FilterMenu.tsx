"use client";

import { DropdownMenu, MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

const ANY = "any";
const chip =
  "inline-flex h-7 max-w-52 items-center gap-1 rounded-full border px-2.5 font-medium text-xs transition-colors [&_svg]:size-3.5 [&_svg]:shrink-0 ";
const chipLook = {
  off: "border-border text-muted hover:bg-hover hover:text-text data-[state=open]:bg-hover",
  on: "border-transparent bg-accent-soft text-accent",
};

/** What a filter takes. */
export interface FilterMenuProps<Value extends string> {
  /** What is chosen, such as "State". */
  label: string;
  /** The choice of everything, such as "Any state"; left out where one has to be chosen. */
  any?: string;
  /** Null for everything. */
  value: Value | null;
  onChange: (value: Value | null) => void;
  choices: readonly { value: Value; label: string; icon?: ReactNode }[];
  /** Both, where a key opens it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A chip that narrows a list: tells what is chosen, and is a menu of what could be. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { label, any, value, onChange, choices, open, onOpenChange } = props;
  const chosen = choices.find((choice) => choice.value === value);
  const narrowed = value !== null && any !== undefined;
  return (
    <DropdownMenu
      align="start"
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={
        <button type="button" className={chip + chipLook[narrowed ? "on" : "off"]}>
          <span className={chosen ? "sr-only" : "truncate"}>{chosen ? `${label}: ` : label}</span>
          {chosen && <span className="truncate">{chosen.label}</span>}
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <MenuRadio
        label={label}
        value={value ?? ANY}
        onChange={(next) => onChange(choices.find((choice) => choice.value === next)?.value ?? null)}
        choices={[...(any === undefined ? [] : [{ value: ANY, label: any }]), ...choices]}
      />
    </DropdownMenu>
  );
}

/** What a switch takes. */
export interface FilterSwitchProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  icon?: ReactNode;
}

/** A chip that is on or off. */
export function FilterSwitch({ label, on, onChange, icon }: FilterSwitchProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={() => onChange(!on)}
      className={chip + chipLook[on ? "on" : "off"]}
    >
      {icon}
      {label}
    </button>
  );
}
