"use client";

import { Reply, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegmentedControl } from "../../kit/SegmentedControl.tsx";
import { Select } from "../../kit/Select.tsx";

/** Which of the two a text becomes. */
export type Mode = "reply" | "note";

/** What the switch takes. */
export interface ModeSwitchProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  visibility: "agents" | "desk";
  onVisibility: (visibility: "agents" | "desk") => void;
}

/** Reply or note, and who sees the note. Only the person changes it. */
export function ModeSwitch({ mode, onMode, visibility, onVisibility }: ModeSwitchProps) {
  const t = useTranslations("composer");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t("mode")}
        value={mode}
        onChange={onMode}
        segments={[
          { value: "reply", label: t("reply"), icon: <Reply aria-hidden className="rtl:-scale-x-100" /> },
          { value: "note", label: t("note"), icon: <StickyNote aria-hidden />, tone: "note" },
        ]}
      />
      {mode === "note" && (
        <span className="max-w-full">
          <Select
            size="sm"
            quiet
            aria-label={t("visibility.label")}
            value={visibility}
            onChange={({ target }) => onVisibility(target.value === "desk" ? "desk" : "agents")}
          >
            <option value="agents">{t("visibility.agents")}</option>
            <option value="desk">{t("visibility.desk")}</option>
          </Select>
        </span>
      )}
    </div>
  );
}
