"use client";

import { IconButton } from "@mintreu/ui/kit/IconButton";
import { RotateCw, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorText } from "../useErrorText.ts";
import type { Pictures } from "./usePictures.ts";

/** Pictures on their way, each with its progress; and those that did not arrive, with why. */
export function UploadList({ pictures }: { pictures: Pictures }) {
  const t = useTranslations("editor.upload");
  const format = useFormatter();
  const textOf = useErrorText();
  if (pictures.uploads.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-col gap-1 border-border border-b bg-sunken px-4 py-2">
      {pictures.uploads.map(({ key, file, part, failed, again }) => (
        <li key={key} className="flex items-center gap-2 text-sm">
          <span className="max-w-60 truncate font-medium">{file.name || t("picture")}</span>
          {failed ? (
            <span role="alert" className="min-w-0 flex-1 text-danger">
              {textOf(failed)}
            </span>
          ) : (
            <>
              <progress value={part} max={1} aria-label={file.name || t("picture")} className="h-1.5 min-w-0 flex-1" />
              <span className="text-muted tabular-nums">{format.number(part, { style: "percent" })}</span>
            </>
          )}
          {failed && again && (
            <IconButton size="sm" label={t("retry")} onClick={() => pictures.retry(key)}>
              <RotateCw />
            </IconButton>
          )}
          <IconButton size="sm" label={failed ? t("dismiss") : t("cancel")} onClick={() => pictures.cancel(key)}>
            <X />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
