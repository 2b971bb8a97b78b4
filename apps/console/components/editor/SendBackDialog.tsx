"use client";

import { MAX_REASON } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

interface SendBackDialogProps {
  /** Who wrote it, and is told. */
  writer: string;
  onClose: () => void;
  /** @returns whether it was done; otherwise what was typed stays. */
  onConfirmed: (reason: string) => Promise<boolean>;
}

/** Asks what is missing before an article goes back to its writer. */
export function SendBackDialog({ writer, onClose, onConfirmed }: SendBackDialogProps) {
  const t = useTranslations("editor.sendBack");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    if (await onConfirmed(reason)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: writer })}
      description={t("text", { name: writer })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form="editor-send-back" pending={busy}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id="editor-send-back" onSubmit={(event) => void submit(event)}>
        <Field label={t("reason")}>
          <Textarea
            data-autofocus
            maxLength={MAX_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
