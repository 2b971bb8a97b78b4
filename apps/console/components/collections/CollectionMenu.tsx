"use client";

import type { CollectionRow } from "@mintreu/api/articles/schema";
import { DropdownMenu, MenuItem, MenuLine } from "@mintreu/ui/kit/DropdownMenu";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { Ellipsis, FolderPlus, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MoveItems, type MoveItemsProps } from "../order/MoveItems.tsx";
import type { Edited } from "./CollectionDialog.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import type { CollectionNode } from "./tree.ts";

/** What the menu takes. */
export interface CollectionMenuProps extends MoveItemsProps {
  node: CollectionNode;
  all: readonly CollectionRow[];
  section: boolean;
  onEdit: (edited: Edited) => void;
}

/** Everything that can be done to a collection. */
export function CollectionMenu({ node, all, section, place, onMove, onEdit }: CollectionMenuProps) {
  const t = useTranslations("collections");
  const [deletes, setDeletes] = useState(false);
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={t("actions", { name: node.name })}>
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onEdit({ collection: node, parentId: node.parentId })}>
          {t("edit")}
        </MenuItem>
        {!section && (
          <MenuItem icon={<FolderPlus aria-hidden />} onSelect={() => onEdit({ collection: null, parentId: node.id })}>
            {t("newSection")}
          </MenuItem>
        )}
        <MoveItems place={place} onMove={onMove} />
        <MenuLine />
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setDeletes(true)}>
          {t("delete.open")}
        </MenuItem>
      </DropdownMenu>
      <DeleteDialog collection={node} all={all} open={deletes} onClose={() => setDeletes(false)} />
    </>
  );
}
