"use client";

import { Check, CheckCheck, CircleAlert, Clock, RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../kit/Button.tsx";
import { useConnection } from "../LiveProvider.tsx";
import { type OutboxEntry, waitOf } from "../outbox/entry.ts";

const line = "flex items-center gap-1 px-1 pt-1 text-muted text-xs [&_svg]:size-3.5";

/** What the record says of a message that has arrived. */
export function DeliveredState({ read }: { read: boolean }) {
  const t = useTranslations("thread.state");
  return (
    <p className={line}>
      {read ? <CheckCheck aria-hidden className="text-accent" /> : <Check aria-hidden />}
      {read ? t("read") : t("sent")}
    </p>
  );
}

/** What a pending message takes. */
export interface PendingStateProps {
  entry: OutboxEntry;
  onRetry: () => void;
  onDiscard: () => void;
}

/** Where a message stands that has not arrived yet; a refused one says why and waits for its author. */
export function PendingState({ entry, onRetry, onDiscard }: PendingStateProps) {
  const t = useTranslations("thread.state");
  const errors = useTranslations("errors");
  const connected = useConnection() === "open";
  if (entry.state === "sent") return <DeliveredState read={false} />;
  if (entry.state !== "failed") {
    return (
      <p className={line}>
        <Clock aria-hidden />
        {t(waitOf(entry, connected))}
      </p>
    );
  }
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 px-1 pt-1.5 text-danger text-sm"
    >
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <span>
        <strong className="font-semibold">{t("failed")}</strong> {errors(entry.reason ?? "INVALID")}
      </span>
      <span className="flex gap-1.5">
        <Button size="sm" icon={<RotateCw aria-hidden />} onClick={onRetry}>
          {t("retry")}
        </Button>
        <Button size="sm" variant="quiet" icon={<Trash2 aria-hidden />} onClick={onDiscard}>
          {t("discard")}
        </Button>
      </span>
    </div>
  );
}
