"use client";

import "./editor.css";
import type { FileView } from "@mintreu/api/files/schema";
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
import { useSlash } from "./useSlash.ts";
import { useUploads } from "./useUploads.ts";

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
  // Where each file on its way shall stand, whatever is written meanwhile.
  const places = useRef(new Map<number, number>());
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
      for (const [key, place] of places.current) places.current.set(key, transaction.mapping.map(place));
      slash.follow(editor);
    },
  });
  const uploads = useUploads(articleId, (key, file) => {
    const at = places.current.get(key) ?? 0;
    places.current.delete(key);
    const before = [...places.current].filter(([other, place]) => other < key && place === at);
    insertFile(editor, at, file);
    // Those that were given first stand first, whichever arrives first.
    for (const [other] of before) places.current.set(other, at);
  });
  const takeFiles = (event: Event, data: DataTransfer | null, at?: number) => {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return false;
    event.preventDefault();
    addFiles(files, at);
    return true;
  };
  const addFiles = (files: readonly File[], at = editor?.state.selection.from ?? 0) => {
    for (const key of uploads.add(files)) places.current.set(key, at);
    editor?.commands.focus();
  };
  useEffect(() => void editor?.setEditable(!readOnly, false), [editor, readOnly]);
  if (!editor) return null;
  return (
    <div
      className="editor-rich flex min-h-0 flex-col"
      onKeyDownCapture={(event) => openLink(event, () => setLinking(true))}
    >
      {!readOnly && <Toolbar editor={editor} onLink={() => setLinking(true)} onPictures={addFiles} />}
      <UploadList uploads={uploads} />
      <EditorContent editor={editor} />
      <SlashMenu editor={editor} slash={slash} onPictures={addFiles} />
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

/** A picture is shown, anything else linked to. Whoever has gone on writing stays where they are. */
function insertFile(editor: Editor | null, at: number, { url, name, width }: FileView): void {
  if (!editor || editor.isDestroyed) return;
  const place = Math.min(at, editor.state.doc.content.size);
  const alt = name.replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
  const shown =
    width !== null
      ? { type: "image", attrs: { src: url, alt } }
      : { type: "text", text: name, marks: [{ type: "link", attrs: { href: url } }] };
  editor.commands.insertContentAt(place, shown, { updateSelection: false });
}

/** The keys that everybody knows for it; elsewhere they open the palette. */
function openLink(event: React.KeyboardEvent, open: () => void): void {
  if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
  event.preventDefault();
  open();
}
