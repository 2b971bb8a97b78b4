"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { DropdownMenu, MenuItem, MenuLine } from "@mintreu/ui/kit/DropdownMenu";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  CalendarX,
  ChevronDown,
  EyeOff,
  Reply,
  SendHorizontal,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { SendBackDialog } from "./SendBackDialog.tsx";
import type { EditedArticle } from "./useArticle.ts";
import type { Publishing } from "./usePublishing.ts";

/** Publishing, and what else changes where the article stands. */
export function PublishMenu({ edited, publishing }: { edited: EditedArticle; publishing: Publishing }) {
  const t = useTranslations("editor.publish");
  const { me } = useLive();
  const [asking, setAsking] = useState<"when" | "why" | null>(null);
  const close = () => setAsking(null);
  const { may, state, publishAt, writer } = edited.article;
  const { main, mainIs } = publishing;
  if (state === "archived") {
    return (
      may.unarchive && (
        <Button size="sm" variant="primary" icon={<ArchiveRestore aria-hidden />} onClick={publishing.unarchive}>
          {t("unarchive")}
        </Button>
      )
    );
  }
  // Whoever thinks again needs no reason.
  const sendBack = () => (writer.id === me.id ? void publishing.sendBack("") : setAsking("why"));
  const others = may.publish || may.requestReview || may.sendBack || may.unschedule || may.unpublish || may.archive;
  return (
    <div className="flex items-center gap-px max-sm:flex-1">
      <Button
        size="sm"
        variant="primary"
        className="rounded-e-none max-sm:flex-1"
        disabled={main === null && !edited.busy}
        pending={edited.busy}
        onClick={() => main?.()}
      >
        {t(mainIs)}
      </Button>
      {others && (
        <DropdownMenu
          trigger={
            <IconButton
              size="sm"
              label={t("more")}
              className="rounded-s-none bg-accent-solid! text-accent-contrast! hover:bg-accent-hover!"
            >
              <ChevronDown />
            </IconButton>
          }
        >
          {may.publish && (
            <MenuItem icon={<CalendarClock aria-hidden />} disabled={edited.stale} onSelect={() => setAsking("when")}>
              {t(publishAt ? "reschedule" : "schedule")}
            </MenuItem>
          )}
          {may.unschedule && (
            <MenuItem icon={<CalendarX aria-hidden />} onSelect={publishing.unschedule}>
              {t("unschedule")}
            </MenuItem>
          )}
          {may.requestReview && mainIs !== "requestReview" && (
            <MenuItem icon={<SendHorizontal aria-hidden />} disabled={edited.stale} onSelect={publishing.requestReview}>
              {t("requestReview")}
            </MenuItem>
          )}
          {may.sendBack && (
            <MenuItem icon={<Reply aria-hidden />} onSelect={sendBack}>
              {t(writer.id === me.id ? "takeBack" : "sendBack")}
            </MenuItem>
          )}
          {(may.unpublish || may.archive) && <MenuLine />}
          {may.unpublish && (
            <MenuItem icon={<EyeOff aria-hidden />} onSelect={publishing.unpublish}>
              {t("unpublish")}
            </MenuItem>
          )}
          {may.archive && (
            <MenuItem danger icon={<Archive aria-hidden />} onSelect={publishing.archive}>
              {t("archive")}
            </MenuItem>
          )}
        </DropdownMenu>
      )}
      {asking === "when" && <ScheduleDialog at={publishAt} onClose={close} onChosen={publishing.publish} />}
      {asking === "why" && <SendBackDialog writer={writer.name} onClose={close} onConfirmed={publishing.sendBack} />}
    </div>
  );
}
