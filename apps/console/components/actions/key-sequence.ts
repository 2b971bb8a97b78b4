import { ACTION_IDS, ACTIONS, type ActionId } from "./registry.ts";

/** Within this time (ms) the second key of a pair has to follow. */
const PATIENCE = 1_200;

/** What counts of a key event. */
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Finds the action of what is pressed, one key or two after each other. `now` is in ms. */
export function keyMatcher(): (pressed: Pressed, now: number) => ActionId | null {
  let first: { key: string; at: number } | null = null;
  return (pressed, now) => {
    const key = nameOf(pressed);
    if (!key) return null;
    const pair = first && now - first.at < PATIENCE ? bindings.get(`${first.key} ${key}`) : undefined;
    first = null;
    if (pair) return pair;
    if (beginnings.has(key)) first = { key, at: now };
    return bindings.get(key) ?? null;
  };
}

/** Whether keys may be shortcuts here: never where they write, nor in menus and dialogs, whose keys are their own. */
export function isShortcutPlace(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return !target.closest("input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]");
}

/** As the registry writes it; null for keys held together with others that belong to the browser. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  const letter = /^\p{L}$/u.test(key);
  if (altKey || (letter && shiftKey)) return null;
  if (ctrlKey || metaKey) return `mod+${key.toLowerCase()}`;
  // Caps lock is no reason to be deaf.
  return letter ? key.toLowerCase() : key;
}

const bindings = new Map(ACTION_IDS.flatMap((id) => ACTIONS[id].keys.map((keys): [string, ActionId] => [keys, id])));
const beginnings = new Set([...bindings.keys()].filter((keys) => keys.includes(" ")).map((keys) => keys.split(" ")[0]));
