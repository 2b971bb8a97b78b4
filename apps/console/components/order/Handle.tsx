"use client";

import { GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HandleProps } from "./useOrder.ts";

/** Takes a thing to another place: it is dragged, or moved by the arrow keys while it has the focus. */
export function Handle({ name, ...props }: HandleProps & { name: string }) {
  const t = useTranslations("order");
  return (
    <button
      type="button"
      {...props}
      aria-label={t("handle", { name })}
      title={t("hint")}
      className="grid h-7 w-6 shrink-0 cursor-grab! place-items-center rounded-sm text-muted hover:bg-hover hover:text-text active:cursor-grabbing!"
    >
      <GripVertical aria-hidden className="size-4" />
    </button>
  );
}
