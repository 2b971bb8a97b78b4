import { Fragment, Node, Slice } from "@tiptap/pm/model";
import type { EditorProps } from "@tiptap/pm/view";
import { readDocument, writeDocument } from "../text/document.ts";
import type { DocNode } from "../text/model.ts";

/** Plain text is read as Markdown when it comes in, and written as Markdown when it goes out. */
export const markdownClipboard: Pick<EditorProps, "clipboardTextParser" | "clipboardTextSerializer"> = {
  clipboardTextParser: (text, $context, plain, view) => {
    const { schema } = view.state;
    if (plain || $context.parent.type.spec.code) {
      const lines = text === "" ? Fragment.empty : Fragment.from(schema.text(text));
      return new Slice(lines, 0, 0);
    }
    const nodes = readDocument(text).nodes.map((node) => Node.fromJSON(schema, node));
    const open = nodes.at(0)?.isTextblock && nodes.at(-1)?.isTextblock ? 1 : 0;
    return new Slice(Fragment.from(nodes), open, open);
  },
  clipboardTextSerializer: (slice) => {
    const nodes: DocNode[] = [];
    let inline = false;
    slice.content.forEach((node) => {
      inline ||= node.isInline;
      nodes.push(node.toJSON());
    });
    if (inline) return slice.content.textBetween(0, slice.content.size, "\n");
    return writeDocument(nodes, readDocument(""));
  },
};
