"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Kbd } from "./Kbd.tsx";

/** What a menu takes. */
export interface DropdownMenuProps {
  /** One button; it names the menu. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  /** Both, where something besides its button opens it, such as a key. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** MenuItem, MenuRadio, MenuLabel and MenuLine. */
  children: ReactNode;
}

/** A menu that opens at its button. What is around it stays as it is: one can read on, and a click elsewhere closes it. */
export function DropdownMenu(props: DropdownMenuProps) {
  const { trigger, align = "end", side = "bottom", open, onOpenChange, children } = props;
  return (
    <Radix.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="pane-scroll z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-[calc(100vw-1rem)] animate-appear rounded-lg border border-border bg-raised p-1 shadow-overlay outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const row =
  "flex min-h-8 cursor-pointer select-none items-center gap-2.5 rounded-sm px-2 text-md outline-none data-highlighted:bg-hover " +
  "data-disabled:cursor-default data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

/** What an entry takes. */
export interface MenuItemProps {
  icon?: ReactNode;
  /** Keys as Kbd takes them. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

/** An entry that does something. */
export function MenuItem({ icon, keys, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cx(row, danger ? "text-danger" : "[&_svg]:text-muted")}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && <Kbd keys={keys} />}
    </Radix.Item>
  );
}

/** Exclusive choices in a menu. */
export interface MenuRadioProps<Value extends string> {
  /** Names the choice. */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: Array<{ value: Value; label: string; icon?: ReactNode; disabled?: boolean }>;
}

/** A group of entries of which one is ticked. */
export function MenuRadio<Value extends string>({ label, value, onChange, choices }: MenuRadioProps<Value>) {
  const choose = (next: string) => {
    const choice = choices.find((each) => each.value === next);
    if (choice) onChange(choice.value);
  };
  return (
    <Radix.RadioGroup value={value} onValueChange={choose} aria-label={label}>
      {choices.map((choice) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          className={cx(row, "[&_svg]:text-muted")}
        >
          {choice.icon}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden className="text-accent!" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

/** Names the entries under it. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-muted text-xs">{children}</Radix.Label>;
}

/** Parts groups of entries. */
export function MenuLine() {
  return <Radix.Separator className="mx-2 my-1 h-px bg-border" />;
}
