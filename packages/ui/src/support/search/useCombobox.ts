"use client";

import type { DocumentKind } from "@mintreu/api/search/schema";
import { type FormEvent, type KeyboardEvent, type RefObject, useCallback, useMemo, useState } from "react";
import { groupsOf, type SearchOption } from "./options.ts";
import { clearRecent, keepRecent, readRecent } from "./recent.ts";
import { reportFinished, reportOpened } from "./report.ts";
import { useSearch } from "./useSearch.ts";

/** What the box searches and where it stands. */
interface Wishes {
  id: string;
  start: string;
  productId: string | undefined;
  kinds: readonly DocumentKind[] | undefined;
  mayAsk: boolean;
  action: string;
  input: RefObject<HTMLInputElement | null>;
}

/** How many are shown below the box. */
const SHOWN = 8;
const NONE: readonly string[] = [];

/** A search box while somebody uses it. */
export type Combobox = ReturnType<typeof useCombobox>;

/** State and keys of a search box: what is typed, what is offered, which of it the arrow keys are at. */
export function useCombobox({ id, start, productId, kinds, mayAsk, input }: Wishes) {
  const [text, setText] = useState(start);
  const [asked, setAsked] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState(NONE);
  // What a page came with is on the page already.
  const { answer, answers, failed } = useSearch({
    text: asked || text !== start ? text : "",
    productId,
    kinds,
    limit: SHOWN,
  });
  const groups = useMemo(() => groupsOf({ text, answer, recent, mayAsk }), [text, answer, recent, mayAsk]);
  const options = useMemo(() => groups.flatMap((group) => group.options), [groups]);
  const open = asked && (options.length > 0 || failed);

  const type = useCallback((next: string) => {
    setText(next);
    setAsked(true);
    setActive(-1);
  }, []);
  const focus = () => {
    setRecent(readRecent());
    setAsked(true);
  };
  const close = () => {
    setAsked(false);
    setActive(-1);
  };
  const clear = () => {
    type("");
    input.current?.focus();
  };
  /** After an option was followed. */
  const chose = (option: SearchOption) => {
    if (option.kind === "recent" || option.kind === "suggestion") return input.current?.focus();
    keepRecent(text);
    if (option.kind === "hit" && answer) {
      const { hit, place } = option;
      void reportOpened({ text: answers, found: answer.total, document: hit.id, place, href: hit.href });
    }
    close();
  };
  const submit = (event: FormEvent) => {
    if (text.trim() === "") return event.preventDefault();
    keepRecent(text);
    if (answer && answers === text.trim()) void reportFinished(text, answer.total);
  };
  const forgetRecent = () => {
    clearRecent();
    setRecent(NONE);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step && !event.altKey && options.length > 0) {
      event.preventDefault();
      setAsked(true);
      // One place before the first is the box itself.
      setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      document.getElementById(`${id}-${active}`)?.click();
    } else if (event.key === "Escape" && (open || text)) {
      event.preventDefault();
      event.stopPropagation();
      if (open) close();
      else clear();
    }
  };
  return {
    ...{ text, open, active, answer, failed, groups, options, stale: answers !== text.trim() },
    ...{ type, focus, close, clear, chose, submit, forgetRecent, onKeyDown, setActive },
  };
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };
