"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

/** What the dialog takes. */
export interface ScheduleDialogProps {
  /** The time that is set; null while none is. */
  at: string | null;
  onClose: () => void;
  onChosen: (at: Date) => void;
}

/** Asks when an article shall be published, in the person's own time zone. */
export function ScheduleDialog({ at: before, onClose, onChosen }: ScheduleDialogProps) {
  const t = useTranslations("editor.schedule");
  const [value, setValue] = useState(() => local(before ? new Date(before) : tomorrowMorning()));
  const at = new Date(value);
  const valid = !Number.isNaN(at.getTime());
  const past = valid && at.getTime() <= Date.now();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!valid || past) return;
    onClose();
    onChosen(at);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("text")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form="editor-schedule" disabled={!valid || past}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id="editor-schedule" onSubmit={submit} noValidate>
        <Field
          label={t("at")}
          required
          hint={t("zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          error={valid ? past && t("past") : t("missing")}
        >
          <Input data-autofocus type="datetime-local" value={value} onChange={({ target }) => setValue(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

function tomorrowMorning(): Date {
  const date = new Date();
  date.setDate(date.getDate() + 1);
  date.setHours(9, 0, 0, 0);
  return date;
}

/** A time as the browser's own field takes it. */
function local(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
