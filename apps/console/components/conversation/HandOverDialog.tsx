"use client";

import type { ConversationView } from "@mintreu/api/conversations/get";
import type { AssigneeDesk } from "@mintreu/api/desks/list-assignees";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Select } from "@mintreu/ui/kit/Select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Assignment } from "./useProperties.ts";

/** What the dialog takes. */
export interface HandOverDialogProps {
  view: ConversationView;
  /** The desks it may go to. */
  desks: AssigneeDesk[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAssign: (to: Assignment) => void;
}

/** Gives a conversation to another desk. It asks first, as the requester is told and it cannot be taken back. */
export function HandOverDialog({ view, desks, open, onOpenChange, onAssign }: HandOverDialogProps) {
  const t = useTranslations("handOver");
  const [deskId, setDeskId] = useState("");
  const [assigneeId, setAssigneeId] = useState("");
  const desk = desks.find(({ id }) => id === deskId) ?? desks[0];
  if (!desk) return null;
  const choose = (id: string) => {
    setDeskId(id);
    setAssigneeId("");
  };
  const nobody = { id: "", name: t("nobody") };
  const handOver = () => {
    onAssign({ desk, assignee: desk.members.find(({ id }) => id === assigneeId) ?? null });
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title", { number: view.number })}
      description={t("text", { from: view.desk.name })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" onClick={handOver}>
            {t("confirm", { desk: desk.name })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Choice label={t("desk")} required value={desk.id} onChange={choose} options={desks} />
        {desk.members.length > 0 && (
          <Choice
            label={t("assignee")}
            value={assigneeId}
            onChange={setAssigneeId}
            options={[nobody, ...desk.members]}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  label: string;
  required?: boolean;
  value: string;
  onChange: (id: string) => void;
  options: readonly { id: string; name: string }[];
}

function Choice({ label, required = false, value, onChange, options }: ChoiceProps) {
  return (
    <Field label={label} required={required}>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
