"use client";

import { useTranslations } from "next-intl";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { Misses } from "./Misses.tsx";
import { Promotions } from "./Promotions.tsx";
import { StopWords } from "./StopWords.tsx";
import { Synonyms } from "./Synonyms.tsx";
import { TryOut } from "./TryOut.tsx";

/** What admins do about search: what found nothing, words that mean the same, answers that stand first, and a look at the ranking. */
export function RelevanceScreen() {
  const t = useTranslations("relevance");
  return (
    <ConsolePage title={t("title")} text={t("text")}>
      <div className="grid items-start gap-8 px-4 py-5 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          <Misses />
          <Synonyms />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <TryOut />
          <Promotions />
          <StopWords />
        </div>
      </div>
    </ConsolePage>
  );
}
