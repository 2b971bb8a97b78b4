"use client";

import { MenuItem } from "@mintreu/ui/kit/DropdownMenu";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the entries take. */
export interface MoveItemsProps {
  place: { first: boolean; last: boolean };
  onMove: (by: 1 | -1) => void;
}

/** Entries of a thing's menu that move it one place, for whoever does not drag. */
export function MoveItems({ place, onMove }: MoveItemsProps) {
  const t = useTranslations("order");
  return (
    <>
      <MenuItem icon={<ArrowUp aria-hidden />} disabled={place.first} onSelect={() => onMove(-1)}>
        {t("up")}
      </MenuItem>
      <MenuItem icon={<ArrowDown aria-hidden />} disabled={place.last} onSelect={() => onMove(1)}>
        {t("down")}
      </MenuItem>
    </>
  );
}
