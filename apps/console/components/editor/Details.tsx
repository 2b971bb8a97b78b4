"use client";

import { ARTICLE_KINDS, AUDIENCES, type SetDetailsInput } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Field } from "@mintreu/ui/kit/Field";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { withPaths } from "../collections/tree.ts";
import { Choice } from "./Choice.tsx";
import { RelatedField } from "./RelatedField.tsx";
import { SlugField } from "./SlugField.tsx";
import type { EditedArticle } from "./useArticle.ts";

/** Days that are offered for checking an article again. */
const VERIFY_EVERY = [30, 90, 180, 365] as const;

/** A change of what the article is filed under. */
export type ChangeDetails = (change: Omit<SetDetailsInput, "id">) => Promise<boolean>;

/** What an article is filed under. Each change holds at once. */
export function Details({ edited }: { edited: EditedArticle }) {
  const t = useTranslations("editor.details");
  const { trpc } = useLive().client;
  const { article, act } = edited;
  const { id, desk } = article;
  const { data: choices } = useQuery(useTRPC().articles.choices.queryOptions({ deskId: desk.id }));
  const change: ChangeDetails = (input) =>
    act(() => trpc.articles.setDetails.mutate({ id, ...input }), { text: t("changed") });
  const readOnly = !article.may.save;
  const none = { value: "", label: t("none") };
  return (
    <fieldset disabled={readOnly || edited.busy} className="flex min-w-0 flex-col gap-4 p-4">
      <legend className="sr-only">{t("title")}</legend>
      <Choice
        label={t("audience")}
        value={article.audience}
        options={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        onChange={(audience) => void change({ audience })}
      />
      <Choice
        label={t("kind")}
        value={article.kind}
        options={ARTICLE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => void change({ kind })}
      />
      <Choice
        label={t("collection")}
        {...(article.collection ? {} : { hint: t("noCollectionHint") })}
        value={article.collection?.id ?? ""}
        options={[none, ...named(withPaths(choices?.collections ?? []), article.collection)]}
        onChange={(to) => void change({ collectionId: to || null })}
      />
      <Choice
        label={t("product")}
        value={article.product?.id ?? ""}
        options={[{ value: "", label: t("noProduct") }, ...named(choices?.products ?? [], article.product)]}
        onChange={(to) => void change({ productId: to || null })}
      />
      <SlugField article={article} onChange={change} />
      <Choice
        label={t("owner")}
        hint={t("ownerHint")}
        value={article.owner.id}
        options={named(choices?.owners ?? [], article.owner)}
        onChange={(ownerId) => void change({ ownerId })}
      />
      <Choice
        label={t("verify")}
        value={String(article.verifyEveryDays ?? "")}
        options={[
          { value: "", label: t("never") },
          ...verifyDays(article.verifyEveryDays).map((days) => ({ value: `${days}`, label: t("days", { days }) })),
        ]}
        onChange={(days) => void change({ verifyEveryDays: days ? Number(days) : null })}
      />
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <span className={article.due ? "text-warning" : "text-muted"}>
          {article.verifiedAt ? (
            <>
              {t("verifiedAt")} <RelativeTime at={article.verifiedAt} />
            </>
          ) : (
            t("notVerified")
          )}
        </span>
        <Button size="sm" onClick={() => void act(() => trpc.articles.verify.mutate({ id }), { text: t("verified") })}>
          {t("verifyNow")}
        </Button>
      </div>
      <Field label={t("desk")} required>
        <output className="text-md">{desk.name}</output>
      </Field>
      <RelatedField article={article} onChange={change} />
    </fieldset>
  );
}

interface Named {
  id: string;
  name: string;
}

/** Options by name; the one that is chosen is always among them. */
function named(all: readonly Named[], chosen: Named | null): { value: string; label: string }[] {
  const known = chosen && !all.some(({ id }) => id === chosen.id) ? [chosen, ...all] : all;
  return known.map(({ id, name }) => ({ value: id, label: name }));
}

function verifyDays(now: number | null): number[] {
  return [...new Set([...VERIFY_EVERY, ...(now ? [now] : [])])].sort((a, b) => a - b);
}
