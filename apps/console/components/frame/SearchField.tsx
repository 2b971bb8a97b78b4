"use client";

import { IconButton } from "@mintreu/ui/kit/IconButton";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActions } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";

/** Looks like the box that it opens. */
export function SearchField() {
  const t = useTranslations("finder");
  const { run } = useActions();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => run("palette")}
      className="flex h-8 w-full items-center gap-2 rounded-md border border-border bg-raised px-2.5 text-muted text-sm shadow-control transition-colors hover:border-control hover:text-text max-lg:h-10"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-start">{t("open")}</span>
      <Kbd keys={keysOf("palette") ?? ""} />
    </button>
  );
}

/** The same for the bar of a narrow screen. */
export function SearchButton() {
  const t = useTranslations("finder");
  const { run } = useActions();
  return (
    <IconButton label={t("open")} aria-haspopup="dialog" onClick={() => run("palette")}>
      <Search />
    </IconButton>
  );
}
