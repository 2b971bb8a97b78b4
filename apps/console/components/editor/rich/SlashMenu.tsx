"use client";

import { cx } from "@mintreu/ui/kit/cx.ts";
import type { Editor } from "@tiptap/react";
import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { INSERTIONS, insert, insertionIcons } from "./insertions.tsx";
import { pickPictures } from "./pick-pictures.ts";
import type { Slash } from "./useSlash.ts";

interface Entry {
  id: string;
  label: string;
  icon: ReactNode;
  run: () => void;
}

interface Props {
  editor: Editor;
  slash: Slash;
  onPictures: (files: readonly File[]) => void;
}

/** What "/" offers: every kind of block by its name, chosen by keys or with the pointer. */
export function SlashMenu({ editor, slash, onPictures }: Props) {
  const t = useTranslations("editor");
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const { at } = slash;
  const all: Entry[] = [
    ...INSERTIONS.map((what) => ({
      id: what as string,
      label: t(`insert.${what}`),
      icon: insertionIcons[what],
      run: () => insert(editor, what),
    })),
    {
      id: "picture",
      label: t("insert.picture"),
      icon: <ImagePlus aria-hidden />,
      run: () => pickPictures(onPictures),
    },
  ];
  const query = at?.query ?? "";
  const entries = all.filter(({ label }) => label.toLowerCase().includes(query));
  const current = Math.min(chosen, entries.length - 1);
  const take = (entry: Entry | undefined) => {
    if (!entry || !at) return;
    editor.chain().focus().deleteRange({ from: at.from, to: at.to }).run();
    entry.run();
  };
  slash.listen((event) => {
    if (event.key === "Escape") slash.close();
    else if (event.key === "ArrowDown") setChosen((current + 1) % entries.length);
    else if (event.key === "ArrowUp") setChosen((current - 1 + entries.length) % entries.length);
    else if (event.key === "Enter" || event.key === "Tab") take(entries[current]);
    else return false;
    event.stopPropagation();
    return true;
  });
  const open = at !== null && entries.length > 0;
  // Whenever something else is offered, its first.
  useEffect(() => setChosen(0), [query, open]);
  useListboxOf(editor, open ? `${id}-${entries[current]?.id}` : null, id);
  if (!open) return null;
  const { left, bottom, top } = editor.view.coordsAtPos(at.from);
  const above = window.innerHeight - bottom < 280;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("insert.label")}
      style={{
        left: Math.min(left, window.innerWidth - 240),
        ...(above ? { bottom: window.innerHeight - top + 6 } : { top: bottom + 6 }),
      }}
      className="pane-scroll fixed z-50 max-h-68 w-56 animate-appear rounded-lg border border-border bg-raised p-1 shadow-overlay"
    >
      {entries.map((entry, place) => (
        <div
          key={entry.id}
          id={`${id}-${entry.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === current}
          // The text keeps the focus, and with it the keys.
          onMouseDown={(event) => {
            event.preventDefault();
            take(entry);
          }}
          className={cx(
            "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 text-md [&_svg]:size-4 [&_svg]:text-muted",
            place === current && "bg-hover",
          )}
        >
          {entry.icon}
          {entry.label}
        </div>
      ))}
    </div>
  );
}

/** Tells screen readers which entry is chosen while the focus stays in the text. */
function useListboxOf(editor: Editor, active: string | null, list: string): void {
  useEffect(() => {
    const { dom } = editor.view;
    if (!active) return;
    dom.setAttribute("aria-activedescendant", active);
    dom.setAttribute("aria-controls", list);
    return () => {
      dom.removeAttribute("aria-activedescendant");
      dom.removeAttribute("aria-controls");
    };
  }, [editor, active, list]);
}
