"use client";

import type { DeskRow } from "@mintreu/api/desks/list-desks";
import { Field } from "@mintreu/ui/kit/Field";
import { Select } from "@mintreu/ui/kit/Select";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** The desk that something is written for. */
export interface WritingDesk {
  desks: DeskRow[];
  /** Empty while they load. */
  id: string;
  onChange: (id: string) => void;
}

/** The desk that is chosen on the page, else the first of one's own; another can be chosen. */
export function useWritingDesk(deskId: string | null): WritingDesk {
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const [chosen, onChange] = useState<string | null>(null);
  return { desks, id: chosen ?? deskId ?? desks[0]?.id ?? "", onChange };
}

/** Asks for the desk, where there is more than one. */
export function DeskField({ desks, id, onChange }: WritingDesk) {
  const t = useTranslations("knowledge");
  if (desks.length < 2) return null;
  return (
    <Field label={t("forDesk")} required>
      <Select value={id} onChange={({ target }) => onChange(target.value)}>
        {desks.map((desk) => (
          <option key={desk.id} value={desk.id}>
            {desk.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
