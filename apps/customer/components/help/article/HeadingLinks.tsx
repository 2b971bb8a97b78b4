"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState } from "react";

/** Around an article's text: a click on the sign beside a heading copies the address that leads there. */
export function HeadingLinks({ children }: { children: ReactNode }) {
  const t = useTranslations("articleVote");
  const [copied, setCopied] = useState("");
  const copy = async ({ target }: MouseEvent) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.anchor") : null;
    if (!link) return;
    // The browser follows the link all the same: its address is then in the bar, too.
    await navigator.clipboard?.writeText(link.href).then(
      () => setCopied(link.href),
      () => setCopied(""),
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is clicked are the links inside
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <div onClick={(event) => void copy(event)}>
      {children}
      <p role="status" key={copied} className={copied ? COPIED : "sr-only"}>
        {copied && t("copied")}
      </p>
    </div>
  );
}

const COPIED =
  "fixed inset-x-0 bottom-[calc(var(--frame-bottom)+1rem)] z-30 mx-auto w-fit animate-rise rounded-lg border border-border bg-raised px-4 py-2 text-md shadow-overlay";
