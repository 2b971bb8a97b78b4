"use client";

import { type MouseEvent, type ReactNode, useEffect } from "react";
import { reportFinished, reportOpened } from "./report.ts";

/** What is reported of. */
export interface ReportedProps {
  /** What was searched for. */
  text: string;
  found: number;
  children: ReactNode;
}

/**
 * Around the results of a search: tells that it was finished, and which of the links inside was followed. A link says what it
 * leads to in `data-document` and `data-place`.
 */
export function Reported({ text, found, children }: ReportedProps) {
  useEffect(() => void reportFinished(text, found), [text, found]);
  const tell = ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-document]") : null;
    const { document, place } = link?.dataset ?? {};
    if (!link || !document) return;
    const href = link.getAttribute("href") ?? "";
    void reportOpened({ text, found, document, place: Number(place), href });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked are the links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <div onClick={tell}>{children}</div>
  );
}
