"use client";

import type { RevisionRow } from "@mintreu/api/articles/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DifferenceView } from "./DifferenceView.tsx";
import type { EditedArticle } from "./useArticle.ts";
import type { Restore } from "./useRestoring.ts";

/** Every revision with who wrote it and what they changed; any of them can be brought back. */
export function History({ edited, onRestore }: { edited: EditedArticle; onRestore: Restore }) {
  const t = useTranslations("editor.history");
  const { article } = edited;
  const { data: revisions, isError } = useQuery(useTRPC().articles.revisions.queryOptions({ id: article.id }));
  const [chosen, setChosen] = useState<number | null>(null);
  if (isError) return <p className="p-4 text-danger text-sm">{t("failed")}</p>;
  if (!revisions) return <p className="p-4 text-muted text-sm">{t("loading")}</p>;
  return (
    <ol className="flex flex-col">
      {revisions.map((revision) => (
        <Entry
          key={revision.number}
          revision={revision}
          edited={edited}
          open={revision.number === (chosen ?? revisions[0]?.number)}
          onOpen={() => setChosen(revision.number)}
          onRestore={onRestore}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  revision: RevisionRow;
  edited: EditedArticle;
  open: boolean;
  onOpen: () => void;
  onRestore: Restore;
}

function Entry({ revision, edited, open, onOpen, onRestore }: EntryProps) {
  const t = useTranslations("editor.history");
  const { number, author, at, published, restoredFrom } = revision;
  const { article } = edited;
  return (
    <li className="border-border border-b">
      <button
        type="button"
        aria-expanded={open}
        onClick={onOpen}
        className={cx("flex w-full flex-wrap items-center gap-x-2 px-4 py-2.5 text-start", !open && "hover:bg-hover")}
      >
        <span className="font-medium text-md">{t("revision", { number })}</span>
        {published && <Badge tone="success">{t("published")}</Badge>}
        {number === article.revision && <Badge>{t("newest")}</Badge>}
        <span className="w-full text-muted text-sm">
          {author.name} · <RelativeTime at={at} />
          {restoredFrom !== null && ` · ${t("restoredFrom", { number: restoredFrom })}`}
        </span>
      </button>
      {open && (
        <div className="border-border border-t">
          {number > 1 ? (
            <DifferenceView id={article.id} from={number - 1} to={number} />
          ) : (
            <p className="p-4 text-muted text-sm">{t("first")}</p>
          )}
          {number < article.revision && article.may.save && article.state !== "archived" && (
            <div className="flex justify-end p-3">
              <Button size="sm" pending={edited.busy} onClick={() => void onRestore(number)}>
                {t("restore", { number })}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
