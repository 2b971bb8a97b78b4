"use client";

import "./editor.css";
import { getSchema } from "@tiptap/core";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Reading } from "../text/document.ts";
import { closeText, openText } from "./document-of.ts";
import { articleExtensions } from "./extensions.ts";
import { LinkDialog } from "./LinkDialog.tsx";
import { markdownClipboard } from "./paste.ts";
import { SlashMenu } from "./SlashMenu.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { UploadList } from "./UploadList.tsx";
import { usePictures } from "./usePictures.ts";
import { useSlash } from "./useSlash.ts";

/** What the editor takes. */
export interface RichEditorProps {
  articleId: string;
  deskId: string;
  /** The text it begins with; another one needs another `key`. */
  markdown: string;
  readOnly: boolean;
  /** Called at each change with a way to get the text, which takes a while to write. */
  onChange: (read: () => string) => void;
}

/** Writing as readers will see it. What it does not touch stays as it was written, byte for byte. */
export default function RichEditor({ articleId, deskId, markdown, readOnly, onChange }: RichEditorProps) {
  const t = useTranslations("editor");
  const extensions = useMemo(() => articleExtensions(t("placeholder")), [t]);
  const [open] = useState(() => openText(markdown, getSchema(extensions)));
  const [linking, setLinking] = useState(false);
  const slash = useSlash();
  const place = useRef(0);
  const editor = useEditor({
    extensions,
    content: open.content,
    editable: !readOnly,
    // Its style sheet is editor.css: the policy lets none be added.
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: "article-text min-h-80 px-4 pt-4 pb-24 outline-none md:px-8",
        "aria-label": t("body"),
        "aria-multiline": "true",
        role: "textbox",
        dir: "auto",
      },
      // ProseMirror takes every Enter for itself; this one is the page's.
      handleDOMEvents: { keydown: (_, { key, metaKey, ctrlKey }) => key === "Enter" && (metaKey || ctrlKey) },
      handleKeyDown: (_, event) => slash.onKey(event),
      handlePaste: (_, event) => takeFiles(event, event.clipboardData),
      handleDrop: (view, event) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return takeFiles(event, event.dataTransfer, at?.pos);
      },
      ...markdownClipboard,
    },
    onUpdate: ({ editor }) => onChange(readerOf(editor, open.reading)),
    onTransaction: ({ editor, transaction }) => {
      place.current = transaction.mapping.map(place.current);
      slash.follow(editor);
    },
  });
  const pictures = usePictures(articleId, ({ url, name }) => insertPicture(editor, place.current, { url, name }));
  const takeFiles = (event: Event, data: DataTransfer | null, at?: number) => {
    const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    if (files.length === 0) return false;
    event.preventDefault();
    addPictures(files, at);
    return true;
  };
  const addPictures = (files: readonly File[], at = editor?.state.selection.from ?? 0) => {
    place.current = at;
    pictures.add(files);
  };
  useEffect(() => void editor?.setEditable(!readOnly, false), [editor, readOnly]);
  if (!editor) return null;
  return (
    <div
      className="editor-rich flex min-h-0 flex-col"
      onKeyDownCapture={(event) => openLink(event, () => setLinking(true))}
    >
      {!readOnly && <Toolbar editor={editor} onLink={() => setLinking(true)} onPictures={addPictures} />}
      <UploadList pictures={pictures} />
      <EditorContent editor={editor} />
      <SlashMenu editor={editor} slash={slash} onPictures={addPictures} />
      {linking && <LinkDialog editor={editor} deskId={deskId} onClose={() => setLinking(false)} />}
    </div>
  );
}

function readerOf(editor: Editor, reading: Reading): () => string {
  const { doc } = editor.state;
  let text: string | undefined;
  return () => {
    text ??= closeText(doc, reading);
    return text;
  };
}

function insertPicture(editor: Editor | null, at: number, { url, name }: { url: string; name: string }): void {
  if (!editor || editor.isDestroyed) return;
  const alt = name.replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
  const place = Math.min(at, editor.state.doc.content.size);
  editor
    .chain()
    .focus()
    .insertContentAt(place, { type: "image", attrs: { src: url, alt } })
    .run();
}

/** The keys that everybody knows for it; elsewhere they open the palette. */
function openLink(event: React.KeyboardEvent, open: () => void): void {
  if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
  event.preventDefault();
  open();
}
