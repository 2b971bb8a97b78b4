"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";
import { currentToasts, dismissToast, subscribeToasts, type Toast } from "./toasts.ts";

const none: readonly Toast[] = [];

/** Where toasts show and are announced politely; once a document (Providers has it). */
export function ToastRegion() {
  const t = useTranslations("kit");
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  return (
    <section
      aria-label={t("notifications")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 z-50 flex flex-col items-center gap-2 p-3 max-sm:top-(--frame-top) sm:bottom-(--frame-bottom) sm:p-4 sm:[align-items:var(--toast-side,flex-end)]"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations("kit");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.duration);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.duration]);
  const run = () => {
    toast.action?.run();
    dismissToast(toast.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stops the clock while somebody reads; nothing is to be done here
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full max-w-100 animate-rise items-center gap-2.5 rounded-lg border border-border bg-raised py-2 ps-3.5 pe-2 shadow-overlay"
    >
      {toast.tone === "success" && <CircleCheck aria-hidden className="size-4.5 shrink-0 text-success" />}
      {toast.tone === "danger" && <CircleAlert aria-hidden className="size-4.5 shrink-0 text-danger" />}
      <div className="min-w-0 flex-1">
        <p className="font-medium text-md">{toast.title}</p>
        {toast.text && <p className="text-muted text-sm">{toast.text}</p>}
      </div>
      {toast.action && (
        <Button size="sm" onClick={run}>
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t("dismiss")} size="sm" onClick={() => dismissToast(toast.id)}>
        <X />
      </IconButton>
    </div>
  );
}
