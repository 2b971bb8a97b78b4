"use client";

import { memo, type Ref, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { CopyCode } from "./CopyCode.tsx";

/**
 * An article as readers see it. `html` must come from the server's `renderMarkdown`, whose allow-list is what makes it safe.
 * Nothing else may ever be given. It reads the same without any script; with one, code can be copied by a button.
 */
export function ArticleText({ html }: { html: string }) {
  const text = useRef<HTMLDivElement>(null);
  const [blocks, setBlocks] = useState<HTMLElement[]>([]);
  // Other HTML has other blocks.
  useEffect(() => setBlocks([...(text.current?.querySelectorAll<HTMLElement>("figure.code") ?? [])]), [html]);
  return (
    <>
      <Html html={html} ref={text} />
      {blocks.map((block) => createPortal(<CopyCode block={block} />, block))}
    </>
  );
}

/** Apart, so that it is written once for each text: writing it again would take the buttons out of it. */
const Html = memo(function Html({ html, ref }: { html: string; ref: Ref<HTMLDivElement> }) {
  return <div ref={ref} className="article-text min-w-0" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
});
