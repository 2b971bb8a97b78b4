"use client";

import type { DeskRow } from "@mintreu/api/desks/list-desks";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FilterMenu } from "../page/FilterMenu.tsx";
import { useSearchState } from "../page/useSearchState.ts";

/** One desk of those in sight; it stands in the address. */
export interface DeskChoice {
  desks: DeskRow[];
  /** Null while they load. */
  id: string | null;
  onChange: (id: string | null) => void;
}

/** The desk that the address says, else the first of one's own. */
export function useDeskChoice(): DeskChoice {
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const [search, setSearch] = useSearchState();
  const wanted = search.get("desk");
  const id = desks.find((desk) => desk.id === wanted)?.id ?? desks[0]?.id ?? null;
  return { desks, id, onChange: (desk) => setSearch({ desk }) };
}

/** Chooses the desk, where there is more than one. */
export function DeskFilter({ desks, id, onChange }: DeskChoice) {
  const t = useTranslations("knowledge");
  if (desks.length < 2) return null;
  return (
    <FilterMenu
      label={t("desk")}
      value={id}
      onChange={onChange}
      choices={desks.map((desk) => ({ value: desk.id, label: desk.name }))}
    />
  );
}
