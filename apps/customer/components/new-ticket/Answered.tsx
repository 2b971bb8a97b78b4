"use client";

import { Button } from "@mintreu/ui/kit/Button";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** Stands in the form's place once something has answered the question: nothing is lost until one leaves. */
export function Answered({ onUndo }: { onUndo: () => void }) {
  const t = useTranslations("newTicket.answered");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex max-w-2xl animate-appear flex-col items-start gap-3 rounded-xl bg-success-soft p-6 sm:p-8">
      <CircleCheck aria-hidden className="size-8 text-success" />
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {t("title")}
      </h2>
      <p className="text-base">{t("text")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink href="/" variant="primary" size="lg">
          {t("home")}
        </ButtonLink>
        <Button size="lg" onClick={onUndo}>
          {t("undo")}
        </Button>
      </div>
    </div>
  );
}
