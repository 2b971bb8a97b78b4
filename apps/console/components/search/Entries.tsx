"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { ArrowRight, Clock, CornerDownLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { keysOf } from "../actions/registry.ts";
import { type Entry, keyOf } from "./entries.ts";
import { HitIcon } from "./HitIcon.tsx";
import { HitText } from "./HitText.tsx";

/** What the list takes. */
export interface EntriesProps {
  listId: string;
  entries: Entry[];
  current: Entry | undefined;
  answer: SearchAnswer | null;
  onChoose: (entry: Entry) => void;
  onForget: () => void;
}

/** What can be chosen in the search box. The focus stays in its field; the current one is told to it. */
export function Entries({ listId, entries, current, onChoose, onForget }: EntriesProps) {
  const t = useTranslations("finder");
  const groups = groupsOf(entries);
  return (
    <div className="-mx-2 mt-1 flex h-[min(26rem,50dvh)] flex-col">
      <div role="listbox" id={listId} aria-label={t("found")} className="pane-scroll min-h-0">
        {groups.map(({ kind, entries: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: groups of options, as the pattern of a listbox has them
          <div key={kind} role="group" aria-label={t(`group.${kind}`)}>
            {kind !== "hit" && kind !== "all" && (
              <p aria-hidden className="px-2 pt-2.5 pb-1 font-medium text-muted text-xs">
                {t(`group.${kind}`)}
              </p>
            )}
            {own.map((entry) => (
              <Option
                key={keyOf(entry)}
                id={`${listId}-${keyOf(entry)}`}
                current={current !== undefined && keyOf(entry) === keyOf(current)}
                onChoose={() => onChoose(entry)}
              >
                <EntryLook entry={entry} />
              </Option>
            ))}
          </div>
        ))}
      </div>
      {groups.some(({ kind }) => kind === "recent") && (
        <button
          type="button"
          onClick={onForget}
          className="mt-1 self-start rounded-sm px-2 py-1 text-muted text-xs underline-offset-2 hover:text-text hover:underline"
        >
          {t("forget")}
        </button>
      )}
    </div>
  );
}

function groupsOf(entries: Entry[]): { kind: Entry["kind"]; entries: Entry[] }[] {
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) }));
}

function EntryLook({ entry }: { entry: Entry }) {
  const t = useTranslations();
  switch (entry.kind) {
    case "hit":
      return (
        <>
          <HitIcon hit={entry.hit} />
          <HitText hit={entry.hit} />
        </>
      );
    case "all":
      return <Line icon={<ArrowRight className="rtl:-scale-x-100" />} text={t("finder.all", { count: entry.total })} />;
    case "recent":
      return <Line icon={<Clock />} text={entry.text} />;
    case "action":
      return <Line icon={<CornerDownLeft />} text={t(`actions.${entry.id}`)} keys={keysOf(entry.id)} />;
  }
}

function Line({ icon, text, keys }: { icon: ReactNode; text: string; keys?: string | undefined }) {
  return (
    <>
      <span aria-hidden className="grid size-6 shrink-0 place-items-center text-muted [&_svg]:size-4">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate text-md">{text}</span>
      {keys && <Kbd keys={keys} />}
    </>
  );
}

interface OptionProps {
  id: string;
  current: boolean;
  onChoose: () => void;
  children: ReactNode;
}

function Option({ id, current, onChoose, children }: OptionProps) {
  useEffect(() => {
    if (current) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [current, id]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the focus and the keys
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover",
        current && "bg-hover",
      )}
    >
      {children}
    </div>
  );
}
