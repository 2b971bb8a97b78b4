import type { KeyboardEvent } from "react";

/** A list that a text field controls. */
interface ControlledList {
  /** The place of what is current; it may be beyond the end of a list that has become shorter. */
  at: number;
  count: number;
  onMove: (at: number) => void;
  /** Left out while nothing is current. */
  onEnter: ((event: KeyboardEvent) => void) | undefined;
}

/** Arrow keys move through the list, round its ends; Enter takes what is current. All other keys are the field's. */
export function listKeys({ at, count, onMove, onEnter }: ControlledList) {
  return (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step && count > 0) onMove((Math.min(at, count - 1) + step + count) % count);
    else if (event.key === "Enter" && onEnter) onEnter(event);
    else return;
    event.preventDefault();
  };
}
