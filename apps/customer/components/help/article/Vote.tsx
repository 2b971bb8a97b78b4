"use client";

import { buttonClass } from "@mintreu/ui/kit/button-look.ts";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useVote } from "./useVote.ts";
import { WhyNot } from "./WhyNot.tsx";

/** What the vote takes. */
export interface VoteProps {
  /** The article. */
  id: string;
  /** How this reader has voted before. */
  vote: boolean | null;
}

/** Asks whether an article helped; the answer shows at once, can be changed, and is taken back with a word when it was not taken. */
export function Vote({ id, vote: before }: VoteProps) {
  const t = useTranslations("articleVote");
  const { vote, problem, reason, give, explain } = useVote(id, before);
  const choices = [
    { helpful: true, icon: <ThumbsUp aria-hidden className="size-4" />, text: t("yes") },
    { helpful: false, icon: <ThumbsDown aria-hidden className="size-4" />, text: t("no") },
  ];
  return (
    <section aria-labelledby="vote" className="flex flex-col gap-4 border-border border-y py-5 print:hidden">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <h2 id="vote" className="font-semibold text-base">
          {t("question")}
        </h2>
        <div className="flex gap-2">
          {choices.map(({ helpful, icon, text }) => (
            <button
              key={text}
              type="button"
              aria-pressed={vote === helpful}
              onClick={() => void give(helpful)}
              className={`${buttonClass({})} aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-accent`}
            >
              {icon}
              {text}
            </button>
          ))}
        </div>
        <p role="status" className={problem ? "text-danger text-md" : "text-md text-muted"}>
          {problem ? t(`problem.${problem}`) : vote === true ? t("thanks") : ""}
        </p>
      </div>
      {vote === false && <WhyNot state={reason} onSend={explain} />}
    </section>
  );
}
