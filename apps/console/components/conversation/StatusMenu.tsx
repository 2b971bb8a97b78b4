"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { STATUSES, type Status } from "@mintreu/api/conversations/schema";
import { MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { StatusPill } from "@mintreu/ui/support/status";
import { useTranslations } from "next-intl";
import { PropertyMenu } from "./PropertyMenu.tsx";

/** Where the conversation stands, and where the rules lead from there. */
export function StatusMenu({ view, onChange }: { view: ConversationView; onChange: (status: Status) => void }) {
  const t = useTranslations();
  const reachable = STATUSES.filter((status) => status === view.status || view.transitions.includes(status));
  return (
    <PropertyMenu
      action="status"
      label={t("properties.status")}
      value={<StatusPill status={view.status} side="agents" plain />}
      fixed={view.transitions.length === 0}
    >
      <MenuRadio
        label={t("properties.status")}
        value={view.status}
        onChange={(status) => status !== view.status && onChange(status)}
        choices={reachable.map((value) => ({ value, label: t(`status.agents.${value}`) }))}
      />
    </PropertyMenu>
  );
}
