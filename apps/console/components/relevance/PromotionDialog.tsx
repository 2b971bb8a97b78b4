"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ArticlePick } from "../search/ArticlePick.tsx";

/** What the dialog takes. */
export interface PromotionDialogProps {
  open: boolean;
  onClose: () => void;
  onPromote: (promotion: { query: string; articleId: string }) => Promise<void>;
}

/** Asks for a search, then for the article that shall stand first for it. */
export function PromotionDialog({ open, onClose, onPromote }: PromotionDialogProps) {
  const t = useTranslations("relevance.promotions");
  return (
    <Dialog size="md" open={open} onOpenChange={onClose} title={t("formTitle")} description={t("formText")}>
      {open && <Steps onClose={onClose} onPromote={onPromote} />}
    </Dialog>
  );
}

function Steps({ onClose, onPromote }: Omit<PromotionDialogProps, "open">) {
  const t = useTranslations("relevance.promotions");
  const [query, setQuery] = useState("");
  const [asked, setAsked] = useState(false);
  const [missing, setMissing] = useState(false);
  if (asked) {
    return (
      <>
        <p dir="auto" className="mb-3 text-md">
          {t("for", { query: query.trim() })}
        </p>
        <ArticlePick
          label={t("pick")}
          onPick={(hit) => {
            onClose();
            void onPromote({ query: query.trim(), articleId: hit.id.slice(hit.id.indexOf(":") + 1) });
          }}
        />
      </>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(query.trim() === "");
    setAsked(query.trim() !== "");
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t("query")} hint={t("queryHint")} error={missing && t("queryMissing")} required>
        <Input data-autofocus maxLength={100} value={query} onChange={({ target }) => setQuery(target.value)} />
      </Field>
      <div className="flex justify-end">
        <Button variant="primary" type="submit">
          {t("next")}
        </Button>
      </div>
    </form>
  );
}
