"use client";

import { addSourceInput, MAX_PAGES, SOURCE_KINDS, type SourceKind } from "@mintreu/api/documentation/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { SegmentedControl } from "@mintreu/ui/kit/SegmentedControl";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useActOn } from "../page/useActOn.ts";
import { withScheme } from "./with-scheme.ts";

/** What the dialog takes. */
export interface SourceDialogProps {
  productId: string;
  open: boolean;
  onClose: () => void;
}

/** Has a documentation site read: by its sitemap, or by the list it writes for machines. */
export function SourceDialog({ productId, open, onClose }: SourceDialogProps) {
  const t = useTranslations("documentation.sourceForm");
  const formId = useId();
  return (
    <Dialog
      size="md"
      open={open}
      onOpenChange={onClose}
      title={t("title")}
      description={t("text", { max: MAX_PAGES })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {t("save")}
          </Button>
        </>
      }
    >
      {open && <Form id={formId} productId={productId} onDone={onClose} />}
    </Dialog>
  );
}

function Form({ id, productId, onDone }: { id: string; productId: string; onDone: () => void }) {
  const t = useTranslations("documentation");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().documentation.sources.pathKey());
  const [kind, setKind] = useState<SourceKind>("sitemap");
  const [url, setUrl] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { productId, kind, url: withScheme(url) };
    const { success } = addSourceInput.safeParse(input);
    setWrong(!success);
    if (success && (await act(() => trpc.documentation.addSource.mutate(input)))) onDone();
  };
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <SegmentedControl
        label={t("sourceForm.kind")}
        value={kind}
        onChange={setKind}
        segments={SOURCE_KINDS.map((value) => ({ value, label: t(`sources.kinds.${value}`) }))}
      />
      <Field label={t("sourceForm.url")} error={wrong && t("form.urlWrong")} required>
        <Input
          data-autofocus
          type="url"
          inputMode="url"
          dir="ltr"
          placeholder={t(`sourceForm.examples.${kind}`)}
          maxLength={2000}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
        />
      </Field>
    </form>
  );
}
