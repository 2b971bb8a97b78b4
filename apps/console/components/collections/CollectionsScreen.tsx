"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { SkeletonRows } from "@mintreu/ui/kit/PageSkeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { FolderTree, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "../actions/ActionsProvider.tsx";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { PageFailure } from "../page/PageFailure.tsx";
import { CollectionDialog, type Edited } from "./CollectionDialog.tsx";
import { CollectionLevel } from "./CollectionLevel.tsx";
import { DeskFilter, useDeskChoice } from "./DeskFilter.tsx";
import { ReviewSwitch } from "./ReviewSwitch.tsx";
import { treeOf } from "./tree.ts";
import { Unfiled } from "./Unfiled.tsx";

/** The shelves of a desk's help centre: collections, their sections and the articles in them. */
export function CollectionsScreen() {
  const t = useTranslations("collections");
  const desk = useDeskChoice();
  const [edited, setEdited] = useState<Edited | null>(null);
  const make = () => setEdited({ collection: null, parentId: null });
  return (
    <ConsolePage
      title={t("title")}
      text={t("text")}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden />} aria-haspopup="dialog" onClick={make}>
          {t("new")}
        </Button>
      }
      toolbar={
        <>
          <DeskFilter {...desk} />
          {desk.id && <ReviewSwitch deskId={desk.id} />}
        </>
      }
    >
      <Keys onNew={make} />
      {desk.id && <Tree deskId={desk.id} onEdit={setEdited} onNew={make} />}
      {desk.id && <CollectionDialog deskId={desk.id} edited={edited} onClose={() => setEdited(null)} />}
    </ConsolePage>
  );
}

function Keys({ onNew }: { onNew: () => void }) {
  useAction("newArticle", onNew);
  return null;
}

interface TreeProps {
  deskId: string;
  onEdit: (edited: Edited) => void;
  onNew: () => void;
}

function Tree({ deskId, onEdit, onNew }: TreeProps) {
  const t = useTranslations("collections");
  const api = useTRPC();
  const { data, isPending, isError, refetch } = useQuery(
    api.articles.collections.queryOptions({ deskId }, { staleTime: 5_000, refetchOnWindowFocus: true }),
  );
  if (isPending) return <SkeletonRows rows={5} />;
  if (isError) return <PageFailure onRetry={() => refetch()} />;
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<FolderTree />}
        title={t("emptyTitle")}
        text={t("emptyText")}
        action={
          <Button variant="primary" onClick={onNew}>
            {t("new")}
          </Button>
        }
      />
    );
  }
  return (
    <div className="max-w-220 px-4 py-4 md:px-6">
      <CollectionLevel deskId={deskId} nodes={treeOf(data)} all={data} onEdit={onEdit} />
      <Unfiled deskId={deskId} all={data} />
    </div>
  );
}
