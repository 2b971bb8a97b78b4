"use client";

import type { ImportReport } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { DeskField, useWritingDesk } from "./DeskField.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { ImportReportView } from "./ImportReportView.tsx";
import { ImportRefused, type Progress, type Sending, sendZip } from "./send-zip.ts";
import { ZipField } from "./ZipField.tsx";

/** What the dialog takes. */
export interface ImportDialogProps {
  /** The desk that is chosen on the page. */
  deskId: string | null;
  open: boolean;
  onClose: () => void;
}

/** Brings articles from a zip, and tells what became of each. */
export function ImportDialog({ deskId, open, onClose }: ImportDialogProps) {
  const t = useTranslations("knowledge.import");
  return (
    <Dialog size="lg" open={open} onOpenChange={onClose} title={t("title")}>
      {open && <Import deskId={deskId} onClose={onClose} />}
    </Dialog>
  );
}

type Stage =
  | { at: "choosing"; failed: string | null }
  | { at: "sending"; progress: Progress }
  | { at: "done"; report: ImportReport };

function Import({ deskId, onClose }: Omit<ImportDialogProps, "open">) {
  const t = useTranslations("knowledge.import");
  const desk = useWritingDesk(deskId);
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState(false);
  const { stage, start, again } = useImport();
  if (stage.at === "sending") return <ImportProgress progress={stage.progress} onCancel={onClose} />;
  if (stage.at === "done") {
    return (
      <>
        <ImportReportView report={stage.report} />
        <Buttons>
          <Button
            onClick={() => {
              setFile(null);
              again();
            }}
          >
            {t("another")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t("close")}
          </Button>
        </Buttons>
      </>
    );
  }
  return (
    <>
      <div className="flex flex-col gap-4">
        <p className="-mt-3 text-md text-muted">{t("text")}</p>
        {stage.failed && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-md">
            <strong className="font-semibold text-danger">{t("failed")}</strong> {stage.failed}
          </p>
        )}
        <DeskField {...desk} />
        <ZipField file={file} onChange={setFile} />
        <label className="flex cursor-pointer items-start gap-2 text-md">
          <input
            type="checkbox"
            checked={draft}
            onChange={({ target }) => setDraft(target.checked)}
            className="mt-0.5 size-4 accent-accent-solid"
          />
          <span>
            {t("asDrafts")}
            <span className="block text-muted text-sm">{t("asDraftsHint")}</span>
          </span>
        </label>
      </div>
      <Buttons>
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          variant="primary"
          disabled={!file || !desk.id}
          onClick={() => file && void start({ file, draft, deskId: desk.id })}
        >
          {t("start")}
        </Button>
      </Buttons>
    </>
  );
}

function Buttons({ children }: { children: ReactNode }) {
  return <div className="mt-5 -mb-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

const CHOOSING: Stage = { at: "choosing", failed: null };

function useImport() {
  const api = useTRPC();
  const queries = useQueryClient();
  const textOf = useImportFailure();
  const [stage, setStage] = useState<Stage>(CHOOSING);
  const under = useRef<AbortController | null>(null);
  // Whoever closes the dialog while it is sent ends it.
  useEffect(() => () => under.current?.abort(), []);
  const start = async (wanted: Pick<Sending, "file" | "deskId" | "draft">) => {
    const controller = new AbortController();
    under.current = controller;
    setStage({ at: "sending", progress: { step: "uploading", share: 0 } });
    const onProgress = (progress: Progress) => setStage({ at: "sending", progress });
    try {
      const report = await sendZip({ ...wanted, onProgress, signal: controller.signal });
      setStage({ at: "done", report });
      await queries.invalidateQueries({ queryKey: api.articles.pathKey() });
    } catch (error) {
      if (!controller.signal.aborted) setStage({ at: "choosing", failed: textOf(error) });
    }
  };
  return { stage, start, again: () => setStage(CHOOSING) };
}

/** Says in plain words why nothing was imported. */
function useImportFailure(): (error: unknown) => string {
  const t = useTranslations();
  return (error) => {
    if (error instanceof ImportRefused && error.seconds > 0) {
      return t("knowledge.import.limited", { minutes: Math.ceil(error.seconds / 60) });
    }
    const key = error instanceof ImportRefused ? (`errors.${error.code}` as "errors.INVALID") : null;
    return key && t.has(key) ? t(key) : t("knowledge.import.failedText");
  };
}
