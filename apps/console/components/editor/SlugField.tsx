"use client";

import { type ArticleEdit, slug as slugRule } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Field } from "@mintreu/ui/kit/Field";
import { Input } from "@mintreu/ui/kit/Input";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { ChangeDetails } from "./Details.tsx";

/** The address of an article. The one before goes on leading to it. */
export function SlugField({ article, onChange }: { article: ArticleEdit; onChange: ChangeDetails }) {
  const t = useTranslations("editor.details");
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? article.slug;
  const valid = slugRule.safeParse(value).success;
  const changed = value !== article.slug;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (valid && changed && (await onChange({ slug: value }))) setTyped(null);
  };
  const redirects = article.redirects.length;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-2">
      <Field
        label={t("slug")}
        required
        hint={
          changed && article.live
            ? t("slugRedirect")
            : redirects > 0
              ? t("redirects", { count: redirects })
              : t("slugHint")
        }
        error={valid ? undefined : t("slugWrong")}
      >
        <Input value={value} spellCheck={false} onChange={({ target }) => setTyped(target.value)} dir="ltr" />
      </Field>
      {changed && (
        <div className="flex justify-end gap-2">
          <Button size="sm" onClick={() => setTyped(null)}>
            {t("cancel")}
          </Button>
          <Button size="sm" variant="primary" type="submit" disabled={!valid}>
            {t("slugChange")}
          </Button>
        </div>
      )}
    </form>
  );
}
