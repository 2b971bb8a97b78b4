import { Mark, markInputRule } from "@tiptap/core";

/** A link to an address or to another article. Its words can be bold or code, as in Markdown. */
export const LinkMark = Mark.create({
  name: "link",
  inclusive: false,
  exitable: true,
  addAttributes: () => ({ href: { default: "" }, title: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  // No href: a click places the cursor, and the address is shown where it is edited.
  renderHTML: ({ mark }) => ["span", { class: "editor-link", title: String(mark.attrs.href) }, 0],
});

/** Code within a line. Unlike Tiptap's own it can be bold or a link. */
export const CodeMark = Mark.create({
  name: "code",
  code: true,
  exitable: true,
  addKeyboardShortcuts() {
    return { "Mod-e": () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`]+)`)$/, type: this.type })];
  },
  parseHTML: () => [{ tag: "code" }],
  renderHTML: () => ["code", 0],
});

/** A key to press. */
export const KeyMark = Mark.create({
  name: "kbd",
  exitable: true,
  parseHTML: () => [{ tag: "kbd" }],
  renderHTML: () => ["kbd", 0],
});
