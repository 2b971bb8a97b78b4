/** A node of the editor's document as JSON, as ProseMirror reads and writes it. */
export interface DocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  marks?: DocMark[];
  text?: string;
}

/** A mark on text: bold, a link. */
export interface DocMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** What the editor cannot show as what it is: it is kept and edited as text. */
export class NotShown extends Error {}
