import { Node, textblockTypeInputRule } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { CalloutView } from "./CalloutView.tsx";
import { CodeView } from "./CodeView.tsx";
import { SourceView } from "./SourceView.tsx";

const NOTHING = { default: null, rendered: false } as const;

/** An entry of a list. It may begin with anything, as in Markdown. */
export const ListItemNode = Node.create({
  name: "listItem",
  content: "block+",
  defining: true,
  addAttributes: () => ({ spread: { default: false, rendered: false }, checked: { default: null } }),
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ node }) => [
    "li",
    node.attrs.checked === null ? {} : { "data-checked": String(node.attrs.checked) },
    0,
  ],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name, { checked: null }),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** A line's end within a paragraph. Tiptap's own takes ⌘⏎ as well, which publishes. */
export const HardBreakNode = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts() {
    const add = () =>
      this.editor.commands.first(({ commands }) => [
        () => commands.exitCode(),
        () => commands.insertContent({ type: this.name }),
      ]);
    return { "Shift-Enter": add };
  },
});

/** A note, a tip, a warning. */
export const CalloutNode = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({
    kind: { default: "note" },
    /** How it is written, such as "[!NOTE]". */
    label: NOTHING,
    /** What stands between that and its text. */
    join: { default: "line", rendered: false },
  }),
  parseHTML: () => [{ tag: "aside.callout" }],
  renderHTML: ({ node }) => ["aside", { class: `callout callout-${node.attrs.kind}` }, 0],
  addNodeView: () => ReactNodeViewRenderer(CalloutView),
});

/** Code of one language. */
export const CodeBlockNode = Node.create({
  name: "codeBlock",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  addAttributes: () => ({ language: { default: null }, meta: NOTHING }),
  parseHTML: () => [{ tag: "pre", preserveWhitespace: "full" as const }],
  renderHTML: () => ["pre", ["code", 0]],
  addNodeView: () => ReactNodeViewRenderer(CodeView),
  addInputRules() {
    const getAttributes = ([, language]: RegExpMatchArray) => ({ language: language ?? null });
    return [textblockTypeInputRule({ find: /^```([a-z+#]+)?\s$/, type: this.type, getAttributes })];
  },
  addKeyboardShortcuts() {
    const inside = () => this.editor.isActive(this.name);
    return {
      Tab: () => inside() && this.editor.commands.insertContent("  "),
      ArrowDown: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        const last = inside() && empty && $from.parentOffset === $from.parent.content.size;
        return last && $from.after() === editor.state.doc.content.size ? editor.commands.exitCode() : false;
      },
      Backspace: ({ editor }) =>
        inside() && editor.state.selection.$from.parent.textContent === "" && editor.commands.clearNodes(),
    };
  },
});

/** A picture in a line. Only our own files are shown; nothing is asked of a third party. */
export const PictureNode = Node.create({
  name: "image",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: "" }, alt: { default: "" }, title: { default: null } }),
  parseHTML: () => [{ tag: "img[src]" }],
  renderHTML: ({ node: { attrs } }) =>
    String(attrs.src).startsWith("/files/")
      ? ["img", { src: attrs.src, alt: attrs.alt }]
      : ["span", { class: "picture-missing", title: attrs.src }, String(attrs.alt || attrs.src)],
});

/** What has no form in the editor, as its text. */
export const SourceBlockNode = Node.create({
  name: "sourceBlock",
  group: "block",
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ source: { default: "", rendered: false } }),
  renderHTML: () => ["div", { class: "editor-source" }],
  addNodeView: () => ReactNodeViewRenderer(SourceView, { stopEvent: () => true }),
});

/** The same within a line. */
export const SourceInlineNode = Node.create({
  name: "sourceInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: "", rendered: false } }),
  renderHTML: ({ node }) => ["code", { class: "editor-source-inline" }, String(node.attrs.source)],
});
