"use client";

import { cx } from "@mintreu/ui/kit/cx.ts";
import { CircleAlert, FileArchive, Upload } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";

/** What the field takes. */
export interface ZipFieldProps {
  file: File | null;
  onChange: (file: File | null) => void;
}

/** Takes a zip, dropped or picked. */
export function ZipField({ file, onChange }: ZipFieldProps) {
  const t = useTranslations("knowledge.import");
  const format = useFormatter();
  const errorId = useId();
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);
  const take = (next: File | undefined) => {
    if (!next) return;
    const zip = /\.zip$/i.test(next.name);
    setWrong(!zip);
    onChange(zip ? next : null);
  };
  // Never "0 MB" for a file that has something in it.
  const size = (bytes: number) =>
    bytes < 100_000
      ? format.number(Math.ceil(bytes / 1_000), { style: "unit", unit: "kilobyte" })
      : format.number(bytes / 1_000_000, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the field inside is everybody's */}
      <div
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <label
          className={cx(
            "flex cursor-pointer flex-col items-center gap-2 rounded-lg border-2 border-dashed px-4 py-8 text-center has-focus-visible:outline-2 has-focus-visible:outline-focus",
            over ? "border-accent bg-accent-soft" : "border-border hover:bg-hover",
          )}
        >
          <input
            type="file"
            accept=".zip,application/zip"
            aria-describedby={wrong ? errorId : undefined}
            aria-invalid={wrong || undefined}
            onChange={({ target }) => take(target.files?.[0])}
            className="sr-only"
          />
          <span aria-hidden className="text-accent [&_svg]:size-7">
            {file ? <FileArchive /> : <Upload />}
          </span>
          <span className="wrap-anywhere font-medium text-md">
            {file ? t("chosen", { name: file.name, size: size(file.size) }) : t("drop")}
          </span>
        </label>
      </div>
      <div aria-live="polite">
        {wrong && (
          <p id={errorId} className="mt-1.5 flex items-center gap-1.5 text-danger text-sm">
            <CircleAlert aria-hidden className="size-4 shrink-0" />
            {t("notZip")}
          </p>
        )}
      </div>
    </div>
  );
}
