"use client";

import type { ArticleRow } from "@mintreu/api/articles/schema";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

interface Props {
  label: string;
  deskId: string;
  /** Not offered. */
  without?: readonly string[];
  onPick: (article: Pick<ArticleRow, "id" | "slug" | "title">) => void;
}

/** How many are offered. */
const MOST = 6;

/** Finds articles of the desk by their title. */
export function ArticleSearch({ label, deskId, without = [], onPick }: Props) {
  const t = useTranslations("editor.find");
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const options = useTRPC().articles.list.queryOptions(
    { deskId, search },
    { enabled: search !== "", placeholderData: keepPreviousData },
  );
  const { data, isError } = useQuery(options);
  const found = (search === "" ? [] : (data?.rows ?? [])).filter(({ id }) => !without.includes(id)).slice(0, MOST);
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} error={isError ? t("failed") : undefined}>
        <Input icon={<Search />} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </Field>
      <ul aria-label={t("found")} className="flex flex-col">
        {found.map(({ id, slug, title }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                setTyped("");
                onPick({ id, slug, title });
              }}
              className="w-full truncate rounded-sm px-2 py-1.5 text-start text-md hover:bg-hover"
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      {search !== "" && data && found.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
    </div>
  );
}
