"use client";

import type { Synonym } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "../page/useAct.ts";
import { Part } from "./Part.tsx";
import { SynonymForm } from "./SynonymForm.tsx";
import { useRefreshSearch } from "./useRefreshSearch.ts";

/** Words that mean the same to a search. */
export function Synonyms() {
  const t = useTranslations("relevance.synonyms");
  const { data, isPending } = useQuery(useTRPC().search.synonyms.queryOptions(undefined, { staleTime: 5_000 }));
  const [edited, setEdited] = useState<string | "new" | null>(null);
  const { save, remove } = useSynonyms();
  const close = () => setEdited(null);
  const keep = (id?: string) => async (words: string[]) => {
    close();
    await save({ words, ...(id ? { id } : {}) });
  };
  return (
    <Part
      title={t("title")}
      text={t("text")}
      actions={
        <Button icon={<Plus aria-hidden />} onClick={() => setEdited("new")}>
          {t("add")}
        </Button>
      }
    >
      {isPending && <SkeletonRows rows={3} />}
      {edited === "new" && (
        <div className="px-3.5">
          <SynonymForm label={t("words")} words={[]} least={2} onSave={keep()} onCancel={close} />
        </div>
      )}
      {data?.length === 0 && edited !== "new" && <p className="px-3.5 py-4 text-muted text-sm">{t("empty")}</p>}
      <ul aria-label={t("title")}>
        {data?.map((synonym: Synonym) => (
          <li key={synonym.id} className="border-border border-b px-3.5 py-1.5 last:border-b-0">
            {edited === synonym.id ? (
              <SynonymForm
                label={t("words")}
                words={synonym.words}
                least={2}
                onSave={keep(synonym.id)}
                onCancel={close}
              />
            ) : (
              <SynonymLine
                synonym={synonym}
                onEdit={() => setEdited(synonym.id)}
                onRemove={() => void remove(synonym)}
              />
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface SynonymLineProps {
  synonym: Synonym;
  onEdit: () => void;
  onRemove: () => void;
}

function SynonymLine({ synonym: { words }, onEdit, onRemove }: SynonymLineProps) {
  const t = useTranslations("relevance.synonyms");
  const all = words.join(", ");
  return (
    <div className="flex items-center gap-1.5">
      <span dir="auto" className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 py-1">
        {words.map((word) => (
          <Badge key={word}>{word}</Badge>
        ))}
      </span>
      <IconButton size="sm" label={t("edit", { words: all })} onClick={onEdit}>
        <Pencil />
      </IconButton>
      <IconButton size="sm" label={t("remove", { words: all })} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  );
}

function useSynonyms() {
  const t = useTranslations("relevance.synonyms");
  const { trpc } = useLive().client;
  const act = useAct();
  const refresh = useRefreshSearch();
  const save = async (synonym: { id?: string; words: string[] }) => {
    await act(() => trpc.search.saveSynonym.mutate(synonym));
    await refresh();
  };
  const remove = async ({ id, words }: Synonym) => {
    const done = await act(() => trpc.search.removeSynonym.mutate({ id }));
    await refresh();
    if (!done) return;
    showToast({
      title: t("removed", { words: words.join(", ") }),
      action: { label: t("undo"), run: () => void save({ words }) },
    });
  };
  return { save, remove };
}
