"use client";

import type { ArticleView } from "@mintreu/api/articles/reading";
import { VOTE_REASONS, type VoteReason } from "@mintreu/api/articles/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { Field } from "@mintreu/ui/kit/Field";
import { Textarea } from "@mintreu/ui/kit/Textarea";
import { useLive } from "@mintreu/ui/support/LiveProvider";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "../page/useAct.ts";

/** Whether the article helped; for a no, why not. */
export function HelpVote({ article: { id, vote: before } }: { article: ArticleView }) {
  const t = useTranslations("helpCentre.vote");
  const { trpc } = useLive().client;
  const act = useAct();
  const [vote, setVote] = useState(before);
  const [said, setSaid] = useState(false);
  const choose = async (helpful: boolean) => {
    const was = vote;
    setVote(helpful);
    setSaid(false);
    if (!(await act(() => trpc.articles.vote.mutate({ id, helpful })))) setVote(was);
  };
  const explain = async (why: { reason?: VoteReason; comment?: string }) => {
    if (await act(() => trpc.articles.vote.mutate({ id, helpful: false, ...why }))) setSaid(true);
  };
  return (
    <section aria-label={t("title")}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="me-2 font-medium text-md">{t("title")}</h2>
        <Button
          aria-pressed={vote === true}
          icon={<ThumbsUp aria-hidden />}
          onClick={() => void choose(true)}
          className={pressed}
        >
          {t("yes")}
        </Button>
        <Button
          aria-pressed={vote === false}
          icon={<ThumbsDown aria-hidden />}
          onClick={() => void choose(false)}
          className={pressed}
        >
          {t("no")}
        </Button>
      </div>
      <p role="status" className="mt-2 text-muted text-sm empty:hidden">
        {(vote === true || said) && t("thanks")}
      </p>
      {vote === false && !said && <WhyNot onSend={explain} />}
    </section>
  );
}

const pressed = "aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent";

function WhyNot({ onSend }: { onSend: (why: { reason?: VoteReason; comment?: string }) => Promise<void> }) {
  const t = useTranslations("helpCentre.vote");
  const [reason, setReason] = useState<VoteReason | null>(null);
  const [comment, setComment] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSend({ ...(reason ? { reason } : {}), ...(comment.trim() ? { comment: comment.trim() } : {}) });
  };
  return (
    <form onSubmit={submit} className="mt-3 flex max-w-140 flex-col gap-3">
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1.5">
        <legend className="mb-1.5 text-muted text-sm">{t("why")}</legend>
        {VOTE_REASONS.map((each) => (
          <label key={each} className="flex min-h-6 cursor-pointer items-center gap-1.5 text-md">
            <input
              type="radio"
              name="why-not"
              checked={reason === each}
              onChange={() => setReason(each)}
              className="size-4 accent-accent-solid"
            />
            {t(`reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t("comment")}>
        <Textarea rows={2} maxLength={1000} value={comment} onChange={({ target }) => setComment(target.value)} />
      </Field>
      <Button type="submit" variant="primary" className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}
