"use client";

import type { DocumentKind } from "@mintreu/api/search/schema";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useId, useRef } from "react";
import { cx } from "../../kit/cx.ts";
import { controlClass } from "../../kit/field-control.ts";
import { useCombobox } from "./useCombobox.ts";
import { useSlashKey } from "./useSlashKey.ts";

/** Loaded once somebody is about to search: a page that is only read does without. */
const loadPopup = async () => ({ default: (await import("./SearchPopup.tsx")).SearchPopup });
const SearchPopup = lazy(loadPopup);

/** What a search box takes. */
export interface SearchBoxProps {
  /** Address of the page with all results; takes the text as `q`. Works without scripts, too. */
  action: string;
  /** Where a question to a person is written, offered when nothing was found; takes the text as `q`. */
  askAt?: string;
  size?: "md" | "lg";
  /** What is in it at first. */
  text?: string;
  /** Only what is about this product. */
  productId?: string;
  kinds?: readonly DocumentKind[];
  /** Further fields that the page with all results is told. */
  hidden?: Readonly<Record<string, string>>;
}

/** Longest search, as search/schema.ts has it: its own code would bring a library into every page. */
const LONGEST = 400;

/**
 * Search as one types: a combobox with what was found below, wholly by keyboard. Needs the texts of `search` and nothing else
 * around it. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function SearchBox({ action, askAt, size = "md", text, productId, kinds, hidden }: SearchBoxProps) {
  const t = useTranslations("search");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ id, start: text ?? "", productId, kinds, mayAsk: askAt !== undefined, action, input });
  useSlashKey(input);
  // What was typed before the scripts came is what counts.
  const { type } = box;
  useEffect(() => {
    const typed = input.current?.value ?? "";
    if (typed !== (text ?? "")) type(typed);
  }, [text, type]);
  const large = size === "lg";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element would need the form inside all the same
    <form
      action={action}
      role="search"
      onSubmit={box.submit}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) box.close();
      }}
      className="relative"
    >
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Search
        aria-hidden
        className={cx(
          "pointer-events-none absolute start-3 z-10 text-muted",
          large ? "top-3.5 size-5" : "top-2 size-4",
        )}
      />
      <input
        ref={input}
        name="q"
        role="combobox"
        aria-label={t("label")}
        aria-expanded={box.open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={box.active >= 0 && box.open ? `${id}-${box.active}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        dir="auto"
        maxLength={LONGEST}
        placeholder={t("placeholder")}
        value={box.text}
        onChange={({ target }) => box.type(target.value)}
        onKeyDown={box.onKeyDown}
        onFocus={() => {
          void loadPopup();
          box.focus();
        }}
        onClick={box.focus}
        className={cx(controlClass, large ? "h-12 rounded-lg ps-11 pe-11 text-lg!" : "h-8 ps-9 pe-9")}
      />
      <End filled={box.text !== ""} large={large} onClear={box.clear} />
      <p role="status" className="sr-only">
        {box.open && box.answer ? t("found", { count: box.answer.total }) : ""}
      </p>
      {box.open && (
        <Suspense>
          <SearchPopup id={id} box={box} action={action} askAt={askAt} wide={large} />
        </Suspense>
      )}
    </form>
  );
}

function End({ filled, large, onClear }: { filled: boolean; large: boolean; onClear: () => void }) {
  const t = useTranslations("search");
  const place = large ? "end-2.5 top-2.5 size-7" : "end-1 top-1 size-6";
  if (!filled) {
    return (
      <kbd
        aria-hidden
        className={cx(
          "pointer-events-none absolute grid place-items-center rounded-sm border border-border font-sans text-muted text-xs max-sm:hidden pointer-coarse:hidden",
          place,
        )}
      >
        /
      </kbd>
    );
  }
  return (
    <button
      type="button"
      aria-label={t("clear")}
      onClick={onClear}
      className={cx("absolute grid place-items-center rounded-md text-muted hover:bg-hover hover:text-text", place)}
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}
