"use client";

import type { VoteReason } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { Explanation, ReasonState } from "./useVote.ts";

/** What the question takes. */
export interface WhyNotProps {
  state: ReasonState;
  onSend: (why: Explanation) => Promise<void>;
}

const LONGEST = 1_000;
/** Every reason, each once: the schema's own list would bring its library into every page of an article. */
const REASONS: Record<VoteReason, true> = { unclear: true, incomplete: true, wrong: true, "not-my-problem": true };
const REASON_NAMES = Object.keys(REASONS) as VoteReason[];

/** Asks why an article did not help. Nobody has to say. */
export function WhyNot({ state, onSend }: WhyNotProps) {
  const t = useTranslations("articleVote");
  const [reason, setReason] = useState<VoteReason>();
  const [comment, setComment] = useState("");
  const id = useId();
  if (state === "sent") {
    return (
      <p role="status" className="animate-appear text-md">
        {t("sent")}
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSend({ reason, comment });
  };
  return (
    <form onSubmit={submit} className="flex max-w-lg animate-appear flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-md">{t("why")}</legend>
        {REASON_NAMES.map((each) => (
          <label key={each} className="flex min-h-6 cursor-pointer items-center gap-2.5 text-md">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={reason === each}
              onChange={() => setReason(each)}
              className="size-4 accent-accent-solid"
            />
            {t(`reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-comment`} className="font-medium text-md">
          {t("comment")}
        </label>
        <textarea
          id={`${id}-comment`}
          aria-describedby={`${id}-hint`}
          rows={3}
          dir="auto"
          maxLength={LONGEST}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
          className="w-full rounded-md border border-control bg-raised px-3 py-2 text-base"
        />
        <p id={`${id}-hint`} className="text-muted text-sm">
          {t("commentHint")}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={!reason && !comment.trim()} pending={state === "sending"}>
          {t("send")}
        </Button>
        <p role="alert" className="text-danger text-md">
          {state === "failed" && t("notSent")}
        </p>
      </div>
    </form>
  );
}
