import type { Editor } from "@tiptap/react";
import {
  Code,
  Heading2,
  Heading3,
  Info,
  Lightbulb,
  List,
  ListOrdered,
  Minus,
  Quote,
  Table,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";

/** What can be put into an article as a block, by the menu and by "/". */
export const INSERTIONS = [
  "heading",
  "subheading",
  "bulletList",
  "orderedList",
  "note",
  "tip",
  "warning",
  "table",
  "code",
  "quote",
  "line",
] as const;

/** The name of one. */
export type Insertion = (typeof INSERTIONS)[number];

/** Its picture. */
export const insertionIcons: Record<Insertion, ReactNode> = {
  heading: <Heading2 aria-hidden />,
  subheading: <Heading3 aria-hidden />,
  bulletList: <List aria-hidden />,
  orderedList: <ListOrdered aria-hidden />,
  note: <Info aria-hidden />,
  tip: <Lightbulb aria-hidden />,
  warning: <TriangleAlert aria-hidden />,
  table: <Table aria-hidden />,
  code: <Code aria-hidden />,
  quote: <Quote aria-hidden />,
  line: <Minus aria-hidden />,
};

/** Does it where the cursor is. */
export function insert(editor: Editor, what: Insertion): void {
  const chain = editor.chain().focus();
  const done: Record<Insertion, () => boolean> = {
    heading: () => chain.toggleHeading({ level: 2 }).run(),
    subheading: () => chain.toggleHeading({ level: 3 }).run(),
    bulletList: () => chain.toggleBulletList().run(),
    orderedList: () => chain.toggleOrderedList().run(),
    note: () => chain.toggleWrap("callout", { kind: "note" }).run(),
    tip: () => chain.toggleWrap("callout", { kind: "tip" }).run(),
    warning: () => chain.toggleWrap("callout", { kind: "warning" }).run(),
    table: () => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    code: () => chain.toggleNode("codeBlock", "paragraph").run(),
    quote: () => chain.toggleBlockquote().run(),
    line: () => chain.setHorizontalRule().run(),
  };
  done[what]();
}
