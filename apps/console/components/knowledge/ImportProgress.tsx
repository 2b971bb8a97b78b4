"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { useFormatter, useTranslations } from "next-intl";
import type { Progress } from "./send-zip.ts";

/** How far an import is, and the way out of it while it is being sent. */
export function ImportProgress({ progress, onCancel }: { progress: Progress; onCancel: () => void }) {
  const t = useTranslations("knowledge.import");
  const format = useFormatter();
  const share = shareOf(progress);
  const percent = format.number(share ?? 0, { style: "percent", maximumFractionDigits: 0 });
  const text = progress.step === "uploading" ? t("uploading", { percent }) : t("reading");
  return (
    <div className="py-4">
      <p role="status" className="mb-2 text-md">
        {text}
      </p>
      <progress
        aria-label={t("title")}
        max={1}
        {...(share === null ? {} : { value: share })}
        className="h-2 w-full accent-accent-solid"
      />
      {progress.step === "uploading" && (
        <div className="mt-4 flex justify-end">
          <Button onClick={onCancel}>{t("cancel")}</Button>
        </div>
      )}
    </div>
  );
}

/** Null while nobody knows how much there is. */
function shareOf(progress: Progress): number | null {
  if (progress.step === "uploading") return progress.share;
  return progress.total > 0 ? progress.done / progress.total : null;
}
