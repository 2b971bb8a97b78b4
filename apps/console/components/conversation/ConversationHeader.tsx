"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import type { Conversation } from "@mintreu/ui/support/useConversation.ts";
import { ArrowLeft, CheckCheck, Link2, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction, useActions } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";
import { AssigneeMenu } from "./AssigneeMenu.tsx";
import { Attendance } from "./Attendance.tsx";
import { PriorityMenu } from "./PriorityMenu.tsx";
import { StatusMenu } from "./StatusMenu.tsx";
import { useHeadingFocus } from "./useHeadingFocus.ts";
import { useProperties } from "./useProperties.ts";

/** What the header takes. */
export interface ConversationHeaderProps {
  conversation: Conversation;
  /** Goes on to the next conversation of the list, or back to it. */
  onNext: () => void;
}

/** What the conversation is about and how it stands, with everything that changes it. */
export function ConversationHeader({ conversation, onNext }: ConversationHeaderProps) {
  const t = useTranslations();
  const { view } = conversation;
  const { run } = useActions();
  const heading = useHeadingFocus();
  const { setStatus, setPriority, assign } = useProperties(view);
  const resolves = view.transitions.includes("resolved");
  const resolveAndNext = () => {
    void setStatus("resolved");
    onNext();
  };
  useAction("resolveAndNext", resolves ? resolveAndNext : null);
  return (
    <header className="shrink-0 border-border border-b px-3 py-2.5 md:px-5">
      <div className="flex items-start gap-1.5">
        <IconButton size="sm" label={t("actions.back")} className="md:hidden" onClick={() => run("back")}>
          <ArrowLeft className="rtl:-scale-x-100" />
        </IconButton>
        <h1
          ref={heading}
          tabIndex={-1}
          className="line-clamp-2 min-w-0 flex-1 text-pretty font-semibold text-lg leading-7 outline-none"
        >
          {view.subject}{" "}
          <span className="whitespace-nowrap font-normal text-muted">{t("list.number", { number: view.number })}</span>
        </h1>
        <div className="flex shrink-0 items-center gap-1">
          <Attendance conversation={conversation} />
          <CopyLink view={view} />
          <IconButton size="sm" label={t("actions.details")} keys={keysOf("details")} onClick={() => run("details")}>
            <PanelRight className="rtl:-scale-x-100" />
          </IconButton>
        </div>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        <StatusMenu view={view} onChange={setStatus} />
        <PriorityMenu view={view} onChange={setPriority} />
        <AssigneeMenu view={view} onAssign={assign} />
        {resolves && (
          <Button size="sm" icon={<CheckCheck aria-hidden />} onClick={resolveAndNext} className="ms-auto">
            {t("actions.resolveAndNext")}
          </Button>
        )}
      </div>
    </header>
  );
}

function CopyLink({ view }: { view: Conversation["view"] }) {
  const t = useTranslations();
  const copy = async () => {
    const link = `${window.location.origin}/conversations/${view.id}`;
    try {
      await navigator.clipboard.writeText(link);
      showToast({ tone: "success", title: t("properties.linkCopied", { number: view.number }) });
    } catch {
      // A browser may forbid it, as on pages without https: then it is there to be copied by hand.
      showToast({ title: t("properties.linkHere", { number: view.number }), text: link, duration: 20_000 });
    }
  };
  useAction("copyLink", copy);
  return (
    <IconButton size="sm" label={t("actions.copyLink")} onClick={copy}>
      <Link2 />
    </IconButton>
  );
}
