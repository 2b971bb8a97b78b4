"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import { PRIORITIES, type Priority } from "@mintreu/api/conversations/schema";
import { MenuRadio } from "@mintreu/ui/kit/DropdownMenu";
import { useTranslations } from "next-intl";
import { PriorityMark } from "../look/PriorityMark.tsx";
import { PropertyMenu } from "./PropertyMenu.tsx";

const HIGHEST_FIRST = [...PRIORITIES].reverse();

/** How urgent the conversation is to the desks. */
export function PriorityMenu({ view, onChange }: { view: ConversationView; onChange: (priority: Priority) => void }) {
  const t = useTranslations();
  const priority = view.priority ?? "normal";
  return (
    <PropertyMenu
      action="priority"
      label={t("properties.priority")}
      value={
        <>
          <PriorityMark priority={priority} />
          {t(`priorities.${priority}`)}
        </>
      }
      fixed={!view.actions.includes("prioritise")}
    >
      <MenuRadio
        label={t("properties.priority")}
        value={priority}
        onChange={(next) => next !== priority && onChange(next)}
        choices={HIGHEST_FIRST.map((value) => ({
          value,
          label: t(`priorities.${value}`),
          icon: <PriorityMark priority={value} />,
        }))}
      />
    </PropertyMenu>
  );
}
