"use client";

import { COLLECTION_ICONS, type CollectionRow } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { Select } from "@mintreu/ui/kit/Select";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useActOn } from "../page/useActOn.ts";
import { IconChoice } from "./IconChoice.tsx";

/** What is edited: a collection, or a new one; inside another, a section. */
export interface Edited {
  collection: CollectionRow | null;
  parentId: string | null;
}

/** What the dialog takes. */
export interface CollectionDialogProps {
  deskId: string;
  /** Null while it is closed. */
  edited: Edited | null;
  onClose: () => void;
}

/** Makes or changes a collection. */
export function CollectionDialog({ deskId, edited, onClose }: CollectionDialogProps) {
  const t = useTranslations("collections.form");
  const formId = useId();
  const section = edited?.parentId != null;
  const title = edited?.collection ? "edit" : section ? "newSection" : "new";
  return (
    <Dialog
      size="md"
      open={edited !== null}
      onOpenChange={onClose}
      title={t(title)}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t("save")}
          </Button>
        </>
      }
    >
      {edited && <Form id={formId} deskId={deskId} edited={edited} onDone={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  id: string;
  deskId: string;
  edited: Edited;
  onDone: () => void;
}

function Form({ id, deskId, edited: { collection, parentId }, onDone }: FormProps) {
  const t = useTranslations("collections.form");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().articles.collections.pathKey());
  const [name, setName] = useState(collection?.name ?? "");
  const [missing, setMissing] = useState(false);
  const [description, setDescription] = useState(collection?.description ?? "");
  const [icon, setIcon] = useState(COLLECTION_ICONS.find((each) => each === collection?.icon) ?? "book");
  const [productId, setProductId] = useState(collection?.productId ?? "");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") return;
    const whole = { deskId, parentId, productId: productId || null, name, description, icon };
    const input = { ...whole, ...(collection ? { id: collection.id } : {}) };
    if (await act(() => trpc.articles.saveCollection.mutate(input))) onDone();
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t("name")} error={missing && t("nameMissing")} required>
        <Input
          data-autofocus
          maxLength={100}
          value={name}
          onChange={({ target }) => {
            setName(target.value);
            setMissing(false);
          }}
        />
      </Field>
      <Field label={t("description")} hint={t("descriptionHint")}>
        <Textarea
          rows={2}
          maxLength={300}
          value={description}
          onChange={({ target }) => setDescription(target.value)}
        />
      </Field>
      {parentId === null && <IconChoice value={icon} onChange={setIcon} />}
      {parentId === null && <ProductField deskId={deskId} value={productId} onChange={setProductId} />}
    </form>
  );
}

function ProductField({ deskId, value, onChange }: { deskId: string; value: string; onChange: (id: string) => void }) {
  const t = useTranslations("collections.form");
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  const products = desks.find(({ id }) => id === deskId)?.products ?? [];
  if (products.length === 0) return null;
  return (
    <Field label={t("product")}>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t("noProduct")}</option>
        {products.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
