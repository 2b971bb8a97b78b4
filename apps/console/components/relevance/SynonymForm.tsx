"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { wordsIn } from "./words-in.ts";

/** What the form takes. */
export interface SynonymFormProps {
  label: string;
  words: readonly string[];
  /** So many words are needed. */
  least: number;
  onSave: (words: string[]) => Promise<void>;
  onCancel: () => void;
}

/** Words that mean the same, with commas between them; Enter keeps them. */
export function SynonymForm({ label, words, least, onSave, onCancel }: SynonymFormProps) {
  const t = useTranslations("relevance.synonyms");
  const [typed, setTyped] = useState(words.join(", "));
  const [short, setShort] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = wordsIn(typed);
    setShort(found.length < least);
    if (found.length >= least) await onSave(found);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-start gap-2 py-2">
      <div className="min-w-0 flex-1 basis-60">
        <Field label={label} hideLabel hint={t("hint")} error={short && t("tooFew", { count: least })} required>
          <Input
            autoFocus
            value={typed}
            placeholder={label}
            onChange={({ target }) => {
              setTyped(target.value);
              setShort(false);
            }}
            onKeyDown={({ key }) => key === "Escape" && onCancel()}
          />
        </Field>
      </div>
      <Button variant="primary" type="submit">
        {t("save")}
      </Button>
      <Button onClick={onCancel}>{t("cancel")}</Button>
    </form>
  );
}
