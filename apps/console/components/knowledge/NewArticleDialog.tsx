"use client";

import { MAX_TITLE } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "../page/useAct.ts";
import { DeskField, useWritingDesk } from "./DeskField.tsx";
import type { KnowledgePlace } from "./knowledge-place.ts";

/** What the dialog takes. */
export interface NewArticleDialogProps {
  /** Where the writer is: what is chosen there, the new article has. */
  place: KnowledgePlace;
  open: boolean;
  onClose: () => void;
}

/** Asks for the title of a new article, and whose it is where that is not clear; then it is written. */
export function NewArticleDialog({ place, open, onClose }: NewArticleDialogProps) {
  const t = useTranslations("knowledge.new");
  const formId = useId();
  const [pending, setPending] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} pending={pending}>
            {t("create")}
          </Button>
        </>
      }
    >
      {open && <Form id={formId} place={place} pending={pending} onPending={setPending} />}
    </Dialog>
  );
}

interface FormProps {
  id: string;
  place: KnowledgePlace;
  pending: boolean;
  onPending: (pending: boolean) => void;
}

function Form({ id, place, pending, onPending }: FormProps) {
  const t = useTranslations("knowledge.new");
  const router = useRouter();
  const { trpc } = useLive().client;
  const act = useAct();
  const [title, setTitle] = useState("");
  const [missing, setMissing] = useState(false);
  const desk = useWritingDesk(place.deskId);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setMissing(title.trim() === "");
    if (title.trim() === "" || !desk.id) return;
    onPending(true);
    const { collectionId, productId } = place;
    const made = await act(() =>
      trpc.articles.create.mutate({
        deskId: desk.id,
        title,
        ...(collectionId ? { collectionId } : {}),
        ...(productId ? { productId } : {}),
      }),
    );
    onPending(false);
    if (made) router.push(`/knowledge/${made.value.id}`);
  };
  return (
    <form id={id} onSubmit={create} noValidate className="flex flex-col gap-4">
      <Field label={t("name")} hint={t("nameHint")} error={missing && t("nameMissing")} required>
        <Input
          data-autofocus
          size="lg"
          maxLength={MAX_TITLE}
          value={title}
          onChange={({ target }) => {
            setTitle(target.value);
            setMissing(false);
          }}
        />
      </Field>
      <DeskField {...desk} />
    </form>
  );
}
