"use client";

import { LINK_KINDS, type LinkKind, type LinkRow, saveLinkInput } from "@mintreu/api/documentation/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { Select } from "@mintreu/ui/kit/Select";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useActOn } from "../page/useActOn.ts";
import { withScheme } from "./with-scheme.ts";

/** What the dialog takes. */
export interface LinkDialogProps {
  productId: string;
  /** Null while it is closed. */
  edited: LinkRow | "new" | null;
  onClose: () => void;
}

/** Adds a link to a product's documentation, or changes one. */
export function LinkDialog({ productId, edited, onClose }: LinkDialogProps) {
  const t = useTranslations("documentation.form");
  const formId = useId();
  return (
    <Dialog
      size="md"
      open={edited !== null}
      onOpenChange={onClose}
      title={t(edited === "new" ? "add" : "edit")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t("save")}
          </Button>
        </>
      }
    >
      {edited && <Form id={formId} productId={productId} link={edited === "new" ? null : edited} onDone={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  id: string;
  productId: string;
  link: LinkRow | null;
  onDone: () => void;
}

function Form({ id, productId, link, onDone }: FormProps) {
  const t = useTranslations("documentation");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().documentation.links.pathKey());
  const [title, setTitle] = useState(link?.title ?? "");
  const [url, setUrl] = useState(link?.url ?? "");
  const [kind, setKind] = useState<LinkKind>(link?.kind ?? "guide");
  const [version, setVersion] = useState(link?.version ?? "");
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const whole = { productId, title, url: withScheme(url), kind, version: version.trim() || null };
    const input = { ...whole, ...(link ? { id: link.id } : {}) };
    const checked = saveLinkInput.safeParse(input);
    setWrong(new Set(checked.error?.issues.flatMap(({ path }) => path[0] ?? [])));
    if (checked.success && (await act(() => trpc.documentation.saveLink.mutate(input)))) onDone();
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t("form.title")} error={wrong.has("title") && t("form.titleMissing")} required>
        <Input data-autofocus maxLength={200} value={title} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field label={t("form.url")} hint={t("form.urlHint")} error={wrong.has("url") && t("form.urlWrong")} required>
        <Input
          type="url"
          inputMode="url"
          dir="ltr"
          placeholder={t("form.urlExample")}
          maxLength={2000}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("form.kind")} required>
          <Select
            value={kind}
            onChange={({ target }) => setKind(LINK_KINDS.find((each) => each === target.value) ?? "other")}
          >
            {LINK_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`links.kinds.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("form.version")} hint={t("form.versionHint")}>
          <Input maxLength={40} value={version} onChange={({ target }) => setVersion(target.value)} />
        </Field>
      </div>
    </form>
  );
}
