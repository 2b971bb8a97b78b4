"use client";

import type { ArticleEdit } from "@mintreu/api/articles/schema";
import { Sheet } from "@mintreu/ui/kit/Sheet";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { Details } from "./Details.tsx";
import { EditorHeader } from "./EditorHeader.tsx";
import { History } from "./History.tsx";
import { Notices } from "./Notices.tsx";
import { Preview } from "./Preview.tsx";
import { useArticle } from "./useArticle.ts";
import { usePublishing } from "./usePublishing.ts";
import { useRestoring } from "./useRestoring.ts";
import { Writer, type WriterMode } from "./Writer.tsx";

/** What is open beside the text. */
export type SideView = "details" | "history" | null;

/** One article while it is written: text, preview, details and history. */
export function ArticleEditor({ given }: { given: ArticleEdit }) {
  const t = useTranslations("editor");
  const edited = useArticle(given);
  const publishing = usePublishing(edited);
  const restore = useRestoring(edited);
  const restoreFromHistory = async (number: number) => {
    const done = await restore(number);
    if (done) setSide(null);
    return done;
  };
  const [mode, setMode] = useState<WriterMode>("rich");
  const [preview, setPreview] = useState(false);
  const [side, setSide] = useState<SideView>(null);
  useAction("saveArticle", unlessAsked(publishing.save));
  useAction("publishArticle", publishing.main && unlessAsked(publishing.main));
  useLeaveWarning(edited.autosave.state === "failed");
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-raised">
      <EditorHeader
        edited={edited}
        publishing={publishing}
        view={{ mode, preview, side }}
        onMode={setMode}
        onPreview={setPreview}
        onSide={setSide}
      />
      <Notices edited={edited} />
      <div className="flex min-h-0 flex-1">
        <Writer edited={edited} mode={mode} hidden={preview} />
        {preview && <Preview writing={edited.writing} />}
      </div>
      <Sheet
        title={t("details.title")}
        open={side === "details"}
        onOpenChange={(open) => setSide(open ? "details" : null)}
      >
        <Details edited={edited} />
      </Sheet>
      <Sheet
        wide
        title={t("history.title")}
        open={side === "history"}
        onOpenChange={(open) => setSide(open ? "history" : null)}
      >
        <History edited={edited} onRestore={restoreFromHistory} />
      </Sheet>
    </div>
  );
}

/** A key for the page does nothing while a dialog asks something. */
function unlessAsked(run: () => void): () => void {
  return () => {
    if (!document.querySelector("[role=dialog]")) run();
  };
}

/** Asks before the page goes while something is kept nowhere. */
function useLeaveWarning(unsafe: boolean): void {
  useEffect(() => {
    if (!unsafe) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsafe]);
}
