"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** How long it says that it was copied (ms). */
const SAID = 2_000;

/** Copies the code of the block that it stands in. */
export function CopyCode({ block }: { block: HTMLElement }) {
  const t = useTranslations("articleText");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(block.querySelector("pre")?.textContent ?? "");
    setCopied(true);
  };
  return (
    <>
      <button
        type="button"
        aria-label={t("copy")}
        title={t("copy")}
        onClick={() => void copy()}
        className="absolute end-1.5 top-1.5 inline-flex size-6.5 items-center justify-center rounded-sm bg-sunken text-muted transition-colors hover:bg-hover hover:text-text"
      >
        {copied ? <Check aria-hidden className="size-3.5 text-success" /> : <Copy aria-hidden className="size-3.5" />}
      </button>
      <span role="status" className="sr-only">
        {copied && t("copied")}
      </span>
    </>
  );
}
