"use client";

import { IconButton } from "@mintreu/ui/kit/IconButton";
import { RotateCw, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorText } from "../useErrorText.ts";
import type { Uploads } from "./useUploads.ts";

/** Files on their way, each with its progress; and those that did not arrive, with why. */
export function UploadList({ uploads }: { uploads: Uploads }) {
  const t = useTranslations("editor.upload");
  const format = useFormatter();
  const textOf = useErrorText();
  if (uploads.all.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-col gap-1 border-border border-b bg-sunken px-4 py-2">
      {uploads.all.map(({ key, file, part, failed, again }) => (
        <li key={key} className="flex items-center gap-2 text-sm">
          <span className="max-w-60 truncate font-medium">{file.name || t("file")}</span>
          {failed ? (
            <span role="alert" className="min-w-0 flex-1 text-danger">
              {textOf(failed)}
            </span>
          ) : (
            <>
              <progress value={part} max={1} aria-label={file.name || t("file")} className="h-1.5 min-w-0 flex-1" />
              <span className="text-muted tabular-nums">{format.number(part, { style: "percent" })}</span>
            </>
          )}
          {failed && again && (
            <IconButton size="sm" label={t("retry")} onClick={() => uploads.retry(key)}>
              <RotateCw />
            </IconButton>
          )}
          <IconButton size="sm" label={failed ? t("dismiss") : t("cancel")} onClick={() => uploads.cancel(key)}>
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
