"use client";

import type { Hit, SearchAnswer } from "@mintreu/api/search/schema";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { Input } from "@mintreu/ui/kit/Input";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { HitText } from "./HitText.tsx";
import { listKeys } from "./list-keys.ts";
import { useFound } from "./useFound.ts";

/** What a pick takes. */
export interface ArticlePickProps {
  label: string;
  /** Shown while nothing is typed. */
  proposals?: readonly Hit[];
  /** Stands beside an article, such as that it was sent already. */
  aside?: (hit: Hit) => ReactNode;
  /** Is given the key's event, where it was a key: another one held with Enter may mean something else. */
  onPick: (hit: Hit, event: { shiftKey: boolean } | null) => void;
}

/** Finds an article by a few letters: a field with the focus, and what it finds below. */
export function ArticlePick({ label, proposals = NONE, aside, onPick }: ArticlePickProps) {
  const t = useTranslations("finder");
  const listId = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { answer } = useFound({ text: text.trim(), scope: "article" });
  const hits = text.trim() === "" ? proposals : (answer?.hits ?? NONE);
  const current = hits[Math.min(at, hits.length - 1)];
  const onEnter = current && ((event: KeyboardEvent) => onPick(current, event));
  const onKey = listKeys({ at, count: hits.length, onMove: setAt, onEnter });
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
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={text}
        onKeyDown={onKey}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
      />
      <Nothing text={text.trim()} answer={answer} />
      <div className="-mx-2 mt-2 flex h-[min(22rem,45dvh)] flex-col">
        <div role="listbox" id={listId} aria-label={t("group.hit")} className="pane-scroll min-h-0">
          {hits.map((hit) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the focus and the keys
            <div
              key={hit.id}
              role="option"
              id={`${listId}-${hit.id}`}
              tabIndex={-1}
              aria-selected={hit.id === current?.id}
              onClick={() => onPick(hit, null)}
              className={cx(
                "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover",
                hit.id === current?.id && "bg-hover",
              )}
            >
              <HitText hit={hit} />
              {aside?.(hit)}
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

const NONE: readonly Hit[] = [];

function Nothing({ text, answer }: { text: string; answer: SearchAnswer | null }) {
  const t = useTranslations("finder");
  const none = text !== "" && answer?.total === 0;
  return (
    <p role="status" className={none ? "px-1 pt-3 text-md text-muted" : "sr-only"}>
      {none ? t("none", { text }) : text !== "" && answer && t("count", { count: answer.total })}
    </p>
  );
}
