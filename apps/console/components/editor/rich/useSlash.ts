"use client";

import type { Editor } from "@tiptap/react";
import { useRef, useState } from "react";

/** Where "/" was typed, and what after it. */
export interface SlashPlace {
  from: number;
  to: number;
  query: string;
}

/** The menu behind "/" at the start of an empty line. */
export interface Slash {
  at: SlashPlace | null;
  follow(editor: Editor): void;
  /** Whether the menu took the key. */
  onKey(event: KeyboardEvent): boolean;
  /** The menu says what it does with keys while it is open. */
  listen(take: (event: KeyboardEvent) => boolean): void;
  close(): void;
}

/** Follows what is typed after "/". */
export function useSlash(): Slash {
  const [at, setAt] = useState<SlashPlace | null>(null);
  const take = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const closedAt = useRef<number | null>(null);
  return {
    at,
    follow: (editor) => {
      const found = slashAt(editor);
      if (found?.from !== closedAt.current) closedAt.current = null;
      const shown = found && closedAt.current === null ? found : null;
      setAt((now) => (now?.from === shown?.from && now?.query === shown?.query ? now : shown));
    },
    onKey: (event) => (at !== null && take.current?.(event)) || false,
    listen: (next) => {
      take.current = next;
    },
    close: () => {
      closedAt.current = at?.from ?? null;
      setAt(null);
    },
  };
}

function slashAt({ state, isEditable }: Editor): SlashPlace | null {
  const { $from, empty } = state.selection;
  if (!isEditable || !empty || $from.parent.type.name !== "paragraph") return null;
  const [whole, query = ""] = /^\/(\w*)$/.exec($from.parent.textContent) ?? [];
  if (whole === undefined || $from.parentOffset !== whole.length) return null;
  return { from: $from.start(), to: $from.pos, query: query.toLowerCase() };
}
