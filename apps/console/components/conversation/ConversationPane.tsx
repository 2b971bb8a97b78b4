"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Composer, type ComposerHandle } from "@mintreu/ui/support/Composer";
import { Thread } from "@mintreu/ui/support/Thread";
import { type Conversation, useConversation } from "@mintreu/ui/support/useConversation.ts";
import { FileQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { useAction, useActions } from "../actions/ActionsProvider.tsx";
import { InsertArticle } from "../suggest/InsertArticle.tsx";
import { useTakingInsertions } from "../suggest/Inserting.tsx";
import { useAnswering } from "../suggest/useAnswering.ts";
import { useMakingArticle } from "../suggest/useMakingArticle.ts";
import { ConversationHeader } from "./ConversationHeader.tsx";
import { ConversationSkeleton } from "./ConversationSkeleton.tsx";
import { usePageTitle } from "./usePageTitle.ts";

/** What the pane takes. */
export interface ConversationPaneProps {
  id: string;
  onNext: () => void;
  /** Where another conversation is. */
  hrefOf: (id: string) => string;
  /** Address of the app in which the requester reads articles. */
  helpUrl: string;
}

/** One conversation, live. Give it a key of its id. */
export function ConversationPane({ id, ...rest }: ConversationPaneProps) {
  const conversation = useConversation(id);
  if (conversation === undefined) return <ConversationSkeleton />;
  if (conversation === null) return <NothingHere />;
  return <Pane conversation={conversation} {...rest} />;
}

function Pane({
  conversation: live,
  onNext,
  hrefOf,
  helpUrl,
}: Omit<ConversationPaneProps, "id"> & { conversation: Conversation }) {
  usePageTitle(live.view.subject);
  const composer = useRef<ComposerHandle>(null);
  const { conversation, remember } = useAnswering(live);
  const { actions, id } = conversation.view;
  useTakingInsertions((insertion) => {
    remember(insertion);
    composer.current?.insert(insertion.text);
  });
  useAction("makeArticle", useMakingArticle(id));
  useAction("reply", actions.includes("reply") ? () => composer.current?.focus("reply") : null);
  useAction("note", actions.includes("note") ? () => composer.current?.focus("note") : null);
  return (
    <>
      <ConversationHeader conversation={conversation} onNext={onNext} />
      <Thread conversation={conversation} hrefOf={hrefOf} className="max-w-190" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text area inside has the focus; this only hears its Escape */}
      <div className="shrink-0 px-3 pb-3 md:px-6 md:pb-4" onKeyDown={leaveByEscape}>
        <div className="mx-auto max-w-178">
          <LookingOn view={conversation.view} />
          <Composer
            ref={composer}
            conversation={conversation}
            tools={<InsertArticle conversationId={id} helpUrl={helpUrl} />}
          />
        </div>
      </div>
    </>
  );
}

/** Out of the text, so that keys are shortcuts again; what was typed stays. */
function leaveByEscape(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Escape" || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
  event.currentTarget.parentElement?.querySelector("h1")?.focus();
}

/** Why one may not answer, and what to do about it. */
function LookingOn({ view }: { view: Conversation["view"] }) {
  const t = useTranslations("lookingOn");
  const { run } = useActions();
  if (view.actions.includes("reply")) return null;
  const closed = view.status === "closed";
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-info-soft px-3 py-2 text-sm">
      <p className="min-w-0 flex-1 basis-60">{closed ? t("closed") : t("otherDesk", { desk: view.desk.name })}</p>
      {!closed && view.actions.includes("assign") && (
        <Button size="sm" onClick={() => run("assign")}>
          {t("handOver")}
        </Button>
      )}
    </div>
  );
}

function NothingHere() {
  const t = useTranslations("pages.notFound");
  return <EmptyState as="h1" icon={<FileQuestion />} title={t("title")} text={t("text")} />;
}
