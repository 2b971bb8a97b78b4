"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { Input } from "@mintreu/ui/kit/Input";
import { SegmentedControl } from "@mintreu/ui/kit/SegmentedControl";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useSettled } from "../page/useSettled.ts";
import { HitText } from "../search/HitText.tsx";
import { askAsVisitor } from "./ask-as-visitor.ts";
import { Part } from "./Part.tsx";

const SHOWN = 10;
const EYES = ["visitor", "customer", "me"] as const;

/** A search as others see its ranking: what was changed on this page can be tried at once. */
export function TryOut() {
  const t = useTranslations("relevance.tryOut");
  const [text, setText] = useState("");
  const [as, setAs] = useState<(typeof EYES)[number]>("visitor");
  const answer = useRanking(text.trim(), as);
  return (
    <Part title={t("title")} text={t("text")}>
      <div className="flex flex-col gap-2 p-3.5">
        <Input
          type="search"
          icon={<Search />}
          aria-label={t("label")}
          placeholder={t("label")}
          maxLength={400}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <SegmentedControl
          label={t("as")}
          value={as}
          onChange={setAs}
          segments={EYES.map((value) => ({ value, label: t(value) }))}
        />
        {as === "customer" && <p className="text-muted text-xs">{t("customerHint")}</p>}
      </div>
      {answer && text.trim() !== "" && <Ranking answer={answer} />}
    </Part>
  );
}

function useRanking(text: string, as: (typeof EYES)[number]): SearchAnswer | undefined {
  const api = useTRPC();
  const settled = useSettled(text, 150);
  const input = { text: settled, limit: SHOWN };
  const enabled = settled !== "";
  const shown = (eyes: typeof as) =>
    ({ enabled: enabled && as === eyes, placeholderData: keepPreviousData, staleTime: 5_000 }) as const;
  // Read again with everything else about search once something is changed: the key begins as theirs do.
  const visitors = useQuery({
    queryKey: [...api.search.query.queryKey(input), "visitor"],
    queryFn: ({ signal }) => askAsVisitor(input, signal),
    ...shown("visitor"),
  });
  const customers = useQuery(api.search.tryAsCustomer.queryOptions(input, shown("customer")));
  const own = useQuery(api.search.query.queryOptions(input, shown("me")));
  return { visitor: visitors, customer: customers, me: own }[as].data;
}

function Ranking({ answer }: { answer: SearchAnswer }) {
  const t = useTranslations("relevance.tryOut");
  const format = useFormatter();
  const took = format.number(answer.took, { maximumFractionDigits: 1 });
  return (
    <div className="border-border border-t">
      <p role="status" className="px-3.5 pt-2.5 text-muted text-xs">
        {t("found", { count: answer.total, took, engine: answer.engine })}
        {answer.suggestion && ` ${t("meant", { suggestion: answer.suggestion })}`}
      </p>
      <ol className="px-3.5 pb-2">
        {answer.hits.map((hit, index) => (
          <li key={hit.id} className="flex items-start gap-2.5 border-border border-b py-2 last:border-b-0">
            <span aria-hidden className="w-5 shrink-0 text-end text-muted text-sm tabular-nums">
              {format.number(index + 1)}
            </span>
            <HitText hit={hit} />
          </li>
        ))}
      </ol>
    </div>
  );
}
