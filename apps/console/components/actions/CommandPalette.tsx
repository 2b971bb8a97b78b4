"use client";

import { cx } from "@mintreu/ui/kit/cx.ts";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Input } from "@mintreu/ui/kit/Input";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { type ActionId, keysOf } from "./registry.ts";

/** What the palette takes. */
export interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  /** What can be done where the agent is. */
  available: () => ActionId[];
  run: (id: ActionId) => void;
}

/** Everything that can be done here, found by a few letters. */
export function CommandPalette({ open, onClose, available, run }: CommandPaletteProps) {
  const t = useTranslations("palette");
  return (
    <Dialog size="md" open={open} onOpenChange={onClose} title={t("title")}>
      {open && <Choices ids={available()} onClose={onClose} run={run} />}
    </Dialog>
  );
}

function Choices({ ids, onClose, run }: { ids: ActionId[]; onClose: () => void; run: (id: ActionId) => void }) {
  const t = useTranslations();
  const listId = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  const found = ids.filter((id) => t(`actions.${id}`).toLowerCase().includes(wanted));
  const choose = (id: ActionId | undefined) => {
    if (!id) return;
    onClose();
    // After the dialog has given the focus back: an action may move it.
    setTimeout(() => run(id), 50);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) setAt((at + step + found.length) % found.length);
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Input
        size="lg"
        data-autofocus
        icon={<Search />}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[at] ? `${listId}-${found[at]}` : undefined}
        aria-label={t("palette.search")}
        placeholder={t("palette.search")}
        value={text}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
      />
      <p role="status" className={found.length > 0 ? "sr-only" : "px-2 pt-4 text-md text-muted"}>
        {found.length === 0 && t("palette.none")}
      </p>
      <div role="listbox" id={listId} aria-label={t("palette.title")} className="mt-2 h-80 overflow-y-auto">
        {found.map((id, index) => (
          <Choice key={id} id={id} domId={`${listId}-${id}`} current={index === at} onChoose={() => choose(id)} />
        ))}
      </div>
    </>
  );
}

interface ChoiceProps {
  id: ActionId;
  domId: string;
  current: boolean;
  onChoose: () => void;
}

function Choice({ id, domId, current, onChoose }: ChoiceProps) {
  const t = useTranslations("actions");
  const keys = keysOf(id);
  useEffect(() => {
    if (current) document.getElementById(domId)?.scrollIntoView({ block: "nearest" });
  }, [current, domId]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the focus and the keys
    <div
      role="option"
      id={domId}
      tabIndex={-1}
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        "flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-sm px-2 text-md hover:bg-hover",
        current && "bg-hover",
      )}
    >
      {t(id)}
      {keys && <Kbd keys={keys} />}
    </div>
  );
}
