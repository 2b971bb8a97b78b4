"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { SCOPES, type Scope } from "./wanted.ts";

/** What the filter takes. */
export interface ScopeFilterProps {
  value: Scope;
  answer: SearchAnswer | null;
  onChange: (scope: Scope) => void;
}

/** Narrows the box to one kind of thing: Tab from the field, then the arrow keys. */
export function ScopeFilter({ value, answer, onChange }: ScopeFilterProps) {
  const t = useTranslations("finder");
  const name = useId();
  const countOf = (scope: Scope) => answer?.facets.kinds.find(({ kind }) => kind === scope)?.count;
  return (
    <fieldset className="-mx-1 mt-2 flex min-w-0 gap-1 overflow-x-auto px-1 py-1 [scrollbar-width:none]">
      <legend className="sr-only">{t("scope.label")}</legend>
      {SCOPES.map((scope) => (
        <label
          key={scope}
          className="inline-flex h-6 shrink-0 cursor-pointer items-center gap-1 rounded-full px-2.5 font-medium text-muted text-xs transition-colors hover:text-text has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={scope === value}
            onChange={() => onChange(scope)}
            className="sr-only"
          />
          {t(`scope.${scope}`)}
          {countOf(scope) !== undefined && <span className="text-2xs tabular-nums">{countOf(scope)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
