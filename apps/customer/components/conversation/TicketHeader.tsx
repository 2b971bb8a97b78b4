"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { StatusPill } from "@mintreu/ui/support/status";
import type { Conversation } from "@mintreu/ui/support/useConversation.ts";
import { ArrowLeft, CircleCheck, RotateCcw } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** What a ticket is about, where it stands in plain words, and the one thing its requester may change. */
export function TicketHeader({ conversation }: { conversation: Conversation }) {
  const { view } = conversation;
  const t = useTranslations("ticket");
  const router = useRouter();
  const { number, subject, status, product, desk } = view;
  return (
    <header className="border-border border-b">
      <div className="mx-auto flex w-full max-w-5xl items-start gap-2 px-2 py-3 sm:gap-3 sm:px-6">
        <IconButton label={t("back")} onClick={() => router.push("/conversations")} className="mt-0.5">
          <ArrowLeft className="rtl:-scale-x-100" />
        </IconButton>
        <div className="min-w-0 flex-1">
          <h1 className="line-clamp-2 font-semibold text-lg sm:text-xl">
            <bdi>{subject}</bdi>
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
            <StatusPill status={status} side="requester" />
            {product ? (
              <Link
                href={`/products/${product.slug}`}
                className="flex items-center gap-1.5 hover:text-text hover:underline"
              >
                <ProductMark size="xs" name={product.name} hue={product.hue} />
                {product.name}
              </Link>
            ) : (
              <span>{desk.name}</span>
            )}
            <span className="tabular-nums">#{number}</span>
          </p>
          <p className="mt-1 text-muted text-sm max-sm:sr-only">{t(`explain.${status}`, { desk: desk.name })}</p>
        </div>
        <StatusButton conversation={conversation} />
      </div>
    </header>
  );
}

function StatusButton({ conversation: { view, setStatus } }: { conversation: Conversation }) {
  const t = useTranslations("ticket");
  const errors = useTranslations("errors");
  const [pending, setPending] = useState(false);
  const to = view.transitions.find((status) => status === "resolved" || status === "open");
  if (!to) return null;
  const change = async () => {
    setPending(true);
    const failure = await setStatus(to);
    setPending(false);
    if (!failure) return;
    const text = failure.kind === "refused" ? errors(failure.code) : t("notChangedText");
    showToast({ tone: "danger", title: t("notChanged"), text });
  };
  return (
    <Button
      pending={pending}
      onClick={() => void change()}
      icon={to === "resolved" ? <CircleCheck aria-hidden /> : <RotateCcw aria-hidden />}
      className="shrink-0"
    >
      {to === "resolved" ? (
        <>
          <span className="max-sm:hidden">{t("markSolved")}</span>
          <span className="sm:hidden">{t("solved")}</span>
        </>
      ) : (
        t("reopen")
      )}
    </Button>
  );
}
