"use client";

import type { ArticleEdit } from "@mintreu/api/articles/schema";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ArticleSearch } from "./ArticleSearch.tsx";
import type { ChangeDetails } from "./Details.tsx";

/** Articles that readers are shown below this one. */
export function RelatedField({ article, onChange }: { article: ArticleEdit; onChange: ChangeDetails }) {
  const t = useTranslations("editor.details");
  const ids = article.related.map(({ id }) => id);
  const change = (relatedIds: string[]) => void onChange({ relatedIds });
  return (
    <div className="flex flex-col gap-2">
      <ArticleSearch
        label={t("related")}
        deskId={article.desk.id}
        without={[article.id, ...ids]}
        onPick={({ id }) => change([...ids, id])}
      />
      <ul aria-label={t("relatedList")} className="flex flex-col gap-1">
        {article.related.map(({ id, title }) => (
          <li key={id} className="flex items-center gap-1 rounded-md border border-border ps-2.5">
            <span className="min-w-0 flex-1 truncate text-md">{title}</span>
            <IconButton
              size="sm"
              label={t("unrelate", { title })}
              onClick={() => change(ids.filter((each) => each !== id))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
