"use client";

import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { useTranslations } from "next-intl";
import { ACTION_IDS, ACTIONS, type ActionId, GROUPS } from "./registry.ts";

/** What the sheet takes. */
export interface ShortcutSheetProps {
  open: boolean;
  onClose: () => void;
  /** What can be done where the agent is. */
  available: () => ActionId[];
  enabled: boolean;
  onEnable: (enabled: boolean) => void;
}

/** Every shortcut there is, and the switch that turns single keys off. */
export function ShortcutSheet({ open, onClose, available, enabled, onEnable }: ShortcutSheetProps) {
  const t = useTranslations("shortcuts");
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={onClose}
      title={t("title")}
      footer={
        <label className="flex flex-1 cursor-pointer items-start gap-2.5 text-md">
          <input
            type="checkbox"
            checked={enabled}
            onChange={(event) => onEnable(event.target.checked)}
            className="mt-0.5 size-4 accent-accent-solid"
          />
          <span>
            {t("enable")}
            <span className="block text-muted text-sm">{t("enableHint")}</span>
          </span>
        </label>
      }
    >
      <section
        aria-label={t("title")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
        tabIndex={0}
        className="pane-scroll -mx-2 max-h-[55dvh] px-2"
      >
        {/* Columns of a bounded height would go on to the side. */}
        <div className="gap-x-10 sm:columns-2">
          {GROUPS.map((group) => (
            <ShortcutGroup key={group} group={group} available={open ? available() : []} />
          ))}
        </div>
      </section>
    </Dialog>
  );
}

function ShortcutGroup({ group, available }: { group: (typeof GROUPS)[number]; available: ActionId[] }) {
  const t = useTranslations();
  // Somebody learns what they could do once something is open, but not of pages that are not theirs.
  const isTheirs = (id: ActionId) => group !== "go" || available.includes(id);
  const ids = ACTION_IDS.filter((id) => ACTIONS[id].group === group && ACTIONS[id].keys.length > 0 && isTheirs(id));
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 font-medium text-muted text-xs">{t(`shortcuts.${group}`)}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className="flex min-h-8 items-center justify-between gap-4 text-md">
            <dt>{t(`actions.${id}`)}</dt>
            <dd className="shrink-0">
              {ACTIONS[id].keys.map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
