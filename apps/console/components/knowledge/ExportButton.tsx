"use client";

import { EXPORT_PATH } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { DropdownMenu, MenuItem, MenuLabel } from "@mintreu/ui/kit/DropdownMenu";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** Takes all articles of a desk home, as a zip of Markdown files; asks which desk, where there are several. */
export function ExportButton({ deskId }: { deskId: string | null }) {
  const t = useTranslations("knowledge.export");
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const desk = desks.find(({ id }) => id === deskId) ?? (desks.length === 1 ? desks[0] : undefined);
  const label = t("open");
  if (desk) {
    return (
      <Button icon={<Download aria-hidden />} title={t("hint", { desk: desk.name })} onClick={() => download(desk.id)}>
        {label}
      </Button>
    );
  }
  return (
    <DropdownMenu
      trigger={
        <Button icon={<Download aria-hidden />}>
          {label}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuLabel>{t("which")}</MenuLabel>
      {desks.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => download(id)}>
          {name}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}

/** The answer is a file to keep, so that the page stays. */
function download(deskId: string): void {
  window.location.assign(`${EXPORT_PATH}?${new URLSearchParams({ desk: deskId })}`);
}
