"use client";

import { Input } from "@mintreu/ui/kit/Input";
import { clearRecent, keepRecent, readRecent } from "@mintreu/ui/support/search/recent.ts";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ActionId } from "../actions/registry.ts";
import { BoxNotes } from "./BoxNotes.tsx";
import { Entries } from "./Entries.tsx";
import { type Entry, entriesOf, keyOf } from "./entries.ts";
import { listKeys } from "./list-keys.ts";
import { ScopeFilter } from "./ScopeFilter.tsx";
import { useFound } from "./useFound.ts";
import { useOpening } from "./useOpening.ts";
import { type Scope, wantedIn } from "./wanted.ts";

/** What the box takes. */
export interface SearchBoxProps {
  /** What can be done where the agent is. */
  actions: ActionId[];
  onClose: () => void;
  run: (id: ActionId) => void;
}

/** One box for everything: people, products, numbers, conversations, articles, documentation, and what can be done here. */
export function SearchBox({ actions, onClose, run }: SearchBoxProps) {
  const t = useTranslations();
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<Scope>("all");
  const [at, setAt] = useState(0);
  const [recent, setRecent] = useState(readRecent);
  const wanted = wantedIn(typed, filter);
  const { answer, failed } = useFound(wanted);
  const nameOf = (id: ActionId) => t(`actions.${id}`);
  const entries = entriesOf({ wanted, answer, recent, actions, nameOf });
  const current = entries[Math.min(at, entries.length - 1)];
  const change = (next: string) => {
    setTyped(next);
    setAt(0);
  };
  const choose = useChoose({ text: wanted.text, change, onClose, run });
  const forget = () => {
    clearRecent();
    setRecent([]);
  };
  const onEnter = current && (() => choose(current));
  const onKey = listKeys({ at, count: entries.length, onMove: setAt, onEnter });
  return (
    <>
      <Input
        size="lg"
        data-autofocus
        icon={<Search />}
        type="search"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={current ? `${listId}-${keyOf(current)}` : undefined}
        aria-label={t("finder.label")}
        placeholder={t("finder.placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={typed}
        onKeyDown={onKey}
        onChange={({ target }) => change(target.value)}
      />
      <ScopeFilter value={wanted.scope} answer={answer} onChange={setFilter} />
      <BoxNotes {...{ answer, failed, wanted }} none={entries.length === 0} onSuggestion={change} />
      <Entries {...{ listId, entries, current, answer }} onChoose={choose} onForget={forget} />
    </>
  );
}

interface Choosing extends Pick<SearchBoxProps, "onClose" | "run"> {
  text: string;
  change: (text: string) => void;
}

function useChoose({ text, change, onClose, run }: Choosing): (entry: Entry) => void {
  const router = useRouter();
  const open = useOpening();
  return (entry) => {
    if (entry.kind === "recent") return change(entry.text);
    onClose();
    if (entry.kind === "action") {
      // After the dialog has given the focus back: an action may move it.
      setTimeout(() => run(entry.id), 50);
      return;
    }
    keepRecent(text);
    if (entry.kind === "all") router.push(`/search?${new URLSearchParams({ q: text })}`);
    else open({ text, answer: entry.answer, hit: entry.hit });
  };
}
