"use client";

import type { CollectionRow } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Dialog } from "@mintreu/ui/kit/Dialog";
import { Field } from "@mintreu/ui/kit/Field";
import { Select } from "@mintreu/ui/kit/Select";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useActOn } from "../page/useActOn.ts";
import { withPaths } from "./tree.ts";

/** What the dialog takes. */
export interface DeleteDialogProps {
  collection: CollectionRow;
  all: readonly CollectionRow[];
  open: boolean;
  onClose: () => void;
}

/** Asks before a collection is deleted, and where what it holds shall go: no article is ever deleted with it. */
export function DeleteDialog({ collection, all, open, onClose }: DeleteDialogProps) {
  const t = useTranslations("collections.delete");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().articles.pathKey());
  const [moveTo, setMoveTo] = useState("");
  const { id, name } = collection;
  const holds = collection.articles > 0 || all.some(({ parentId }) => parentId === id);
  // A section goes with its collection's contents, not into itself.
  const targets = withPaths(all.filter((each) => each.id !== id && each.parentId !== id));
  const remove = async () => {
    onClose();
    const done = await act(() =>
      trpc.articles.deleteCollection.mutate({ id, ...(holds ? { moveTo: moveTo || null } : {}) }),
    );
    if (done) showToast({ title: t("done", { name }) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("title", { name })}
      description={t(holds ? "holds" : "empty")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="danger" onClick={remove}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {holds && (
        <Field label={t("moveTo")} required>
          <Select value={moveTo} onChange={({ target }) => setMoveTo(target.value)}>
            <option value="">{t("noCollection")}</option>
            {targets.map((target) => (
              <option key={target.id} value={target.id}>
                {target.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Dialog>
  );
}
