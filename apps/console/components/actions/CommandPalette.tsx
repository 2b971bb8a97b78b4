"use client";

import { Dialog } from "@mintreu/ui/kit/Dialog";
import { useTranslations } from "next-intl";
import { SearchBox } from "../search/SearchBox.tsx";
import type { ActionId } from "./registry.ts";

/** What the palette takes. */
export interface CommandPaletteProps {
  open: boolean;
  onClose: () => void;
  /** What can be done where the agent is. */
  available: () => ActionId[];
  run: (id: ActionId) => void;
}

/** Everything that can be found or done, by a few letters. */
export function CommandPalette({ open, onClose, available, run }: CommandPaletteProps) {
  const t = useTranslations("finder");
  return (
    <Dialog size="lg" open={open} onOpenChange={onClose} title={t("title")}>
      {open && <SearchBox actions={available()} onClose={onClose} run={run} />}
    </Dialog>
  );
}
