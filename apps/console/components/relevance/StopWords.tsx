"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Input } from "@mintreu/ui/kit/Input";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "../page/useAct.ts";
import { Part } from "./Part.tsx";
import { useRefreshSearch } from "./useRefreshSearch.ts";

/** Words that a search leaves out. */
export function StopWords() {
  const t = useTranslations("relevance.stopWords");
  const { data = [] } = useQuery(useTRPC().search.stopWords.queryOptions(undefined, { staleTime: 5_000 }));
  const [word, setWord] = useState("");
  const { add, remove } = useStopWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = word.trim().toLowerCase();
    setWord("");
    if (wanted !== "") void add(wanted);
  };
  return (
    <Part title={t("title")} text={t("text")}>
      <ul aria-label={t("title")} className="flex flex-wrap gap-1.5 px-3.5 pt-3.5 empty:hidden">
        {data.map((each: string) => (
          <li
            key={each}
            dir="auto"
            className="inline-flex h-6 items-center gap-1 rounded-full bg-hover ps-2.5 pe-1 text-sm"
          >
            {each}
            <button
              type="button"
              aria-label={t("remove", { word: each })}
              onClick={() => void remove(each)}
              className="target grid size-4 place-items-center rounded-full text-muted hover:text-text"
            >
              <X aria-hidden className="size-3" />
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex gap-2 p-3.5">
        <Input
          aria-label={t("word")}
          placeholder={t("word")}
          maxLength={50}
          value={word}
          onChange={({ target }) => setWord(target.value)}
        />
        <Button type="submit">{t("add")}</Button>
      </form>
    </Part>
  );
}

function useStopWords() {
  const t = useTranslations("relevance.stopWords");
  const { trpc } = useLive().client;
  const act = useAct();
  const refresh = useRefreshSearch();
  const add = async (word: string) => {
    await act(() => trpc.search.addStopWord.mutate({ word }));
    await refresh();
  };
  const remove = async (word: string) => {
    const done = await act(() => trpc.search.removeStopWord.mutate({ word }));
    await refresh();
    if (done) showToast({ title: t("removed", { word }), action: { label: t("undo"), run: () => void add(word) } });
  };
  return { add, remove };
}
