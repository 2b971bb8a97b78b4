import type { JSONContent } from "@tiptap/core";
import { Node, type Schema } from "@tiptap/pm/model";
import { type Reading, readDocument, writeDocument } from "../text/document.ts";
import type { DocNode } from "../text/model.ts";

/** A text in the editor, with what is needed to write it as it was. */
export interface OpenText {
  content: JSONContent;
  reading: Reading;
}

/** Opens Markdown for the editor. */
export function openText(markdown: string, schema: Schema): OpenText {
  const reading = readDocument(markdown);
  const doc = Node.fromJSON(schema, {
    type: "doc",
    content: reading.nodes.length > 0 ? reading.nodes : [{ type: "paragraph" }],
  });
  doc.check();
  // As the editor itself writes them, so that a block that is still the same is seen to be.
  const nodes = blocksOf(doc).slice(0, reading.nodes.length);
  return { content: doc.toJSON(), reading: { ...reading, nodes } };
}

/** The Markdown of what is in the editor now. */
export function closeText(doc: Node, reading: Reading): string {
  return writeDocument(blocksOf(doc), reading);
}

function blocksOf(doc: Node): DocNode[] {
  return doc.children.map((child) => child.toJSON());
}
