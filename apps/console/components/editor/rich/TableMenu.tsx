"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { DropdownMenu, MenuItem, MenuLine } from "@mintreu/ui/kit/DropdownMenu";
import type { Editor } from "@tiptap/react";
import { Table } from "lucide-react";
import { useTranslations } from "next-intl";

/** What can be done with the table that the cursor is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const t = useTranslations("editor.table");
  const chain = () => editor.chain().focus();
  const align = (align: "left" | "center" | "right") => () => void alignColumn(editor, align);
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button size="sm" variant="quiet" icon={<Table aria-hidden />}>
          {t("label")}
        </Button>
      }
    >
      <MenuItem onSelect={() => chain().addRowAfter().run()}>{t("rowAfter")}</MenuItem>
      <MenuItem onSelect={() => chain().addColumnAfter().run()}>{t("columnAfter")}</MenuItem>
      <MenuItem onSelect={() => chain().deleteRow().run()}>{t("deleteRow")}</MenuItem>
      <MenuItem onSelect={() => chain().deleteColumn().run()}>{t("deleteColumn")}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={align("left")}>{t("left")}</MenuItem>
      <MenuItem onSelect={align("center")}>{t("center")}</MenuItem>
      <MenuItem onSelect={align("right")}>{t("right")}</MenuItem>
      <MenuLine />
      <MenuItem danger onSelect={() => chain().deleteTable().run()}>
        {t("delete")}
      </MenuItem>
    </DropdownMenu>
  );
}

/** Markdown aligns whole columns, by what stands under their first cell. */
function alignColumn(editor: Editor, align: "left" | "center" | "right"): void {
  const { $from } = editor.state.selection;
  const depthOf = (role: string) => {
    for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.spec.tableRole === role) return depth;
    return 0;
  };
  const [table, row] = [depthOf("table"), depthOf("row")];
  if (!table || !row) return;
  const column = $from.index(row);
  const { tr } = editor.state;
  $from.node(table).forEach((line, offset) => {
    let place = $from.start(table) + offset + 1;
    line.forEach((cell, _, index) => {
      if (index === column) tr.setNodeMarkup(place, undefined, { ...cell.attrs, align });
      place += cell.nodeSize;
    });
  });
  editor.view.dispatch(tr);
  editor.commands.focus();
}
