import { Extension, type Extensions } from "@tiptap/core";
import { Placeholder } from "@tiptap/extension-placeholder";
import { TableCell, TableHeader, TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { CodeMark, KeyMark, LinkMark } from "./marks.ts";
import {
  CalloutNode,
  CodeBlockNode,
  HardBreakNode,
  ListItemNode,
  PictureNode,
  SourceBlockNode,
  SourceInlineNode,
} from "./nodes.ts";

/** What Markdown says of lists and cells besides what they hold. */
const Kept = Extension.create({
  name: "kept",
  // In lists and code Tab writes: this is how one gets out by keyboard.
  addKeyboardShortcuts() {
    return { Escape: () => this.editor.commands.blur() };
  },
  addGlobalAttributes: () => [
    { types: ["bulletList", "orderedList"], attributes: { spread: { default: false, rendered: false } } },
    {
      types: ["tableCell", "tableHeader"],
      attributes: {
        align: {
          default: null,
          parseHTML: (element) => element.getAttribute("align"),
          renderHTML: ({ align }) => (align ? { align } : {}),
        },
      },
    },
  ],
});

/** All that the editor knows: exactly what `text/` can write as Markdown. */
export function articleExtensions(placeholder: string): Extensions {
  return [
    StarterKit.configure({
      ...{ code: false, codeBlock: false, link: false, listItem: false, hardBreak: false, underline: false },
      dropcursor: { color: "var(--color-accent)", width: 2 },
    }),
    ...[CodeMark, KeyMark, LinkMark, ListItemNode, HardBreakNode, CalloutNode, CodeBlockNode, PictureNode],
    ...[SourceBlockNode, SourceInlineNode, Kept],
    TableKit.configure({ table: { resizable: false }, tableCell: false, tableHeader: false }),
    TableCell.extend({ content: "paragraph+" }),
    TableHeader.extend({ content: "paragraph+" }),
    Placeholder.configure({ placeholder }),
  ];
}
