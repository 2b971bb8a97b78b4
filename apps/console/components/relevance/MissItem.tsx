"use client";

import type { Miss } from "@mintreu/api/search/schema";
import { Button } from "@mintreu/ui/kit/Button";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { Equal, FilePlus2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SynonymForm } from "./SynonymForm.tsx";
import { useMiss } from "./useMiss.ts";

/** A search that found nothing, and what to make of it. */
export function MissItem({ miss }: { miss: Miss }) {
  const t = useTranslations("relevance.misses");
  const [asks, setAsks] = useState(false);
  const { asSynonym, asArticle, dismiss } = useMiss(miss.query);
  const { query, times, lastAt, proposal } = miss;
  return (
    <li className="border-border border-b px-3.5 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <p dir="auto" className="wrap-anywhere font-medium text-md">
            {query}
          </p>
          <p className="text-muted text-xs">
            {t("times", { count: times })} · {t("last")} <RelativeTime at={lastAt} />
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          {proposal ? (
            <Button
              size="sm"
              variant="primary"
              icon={<Equal aria-hidden />}
              aria-label={t("meansFor", { query, proposal })}
              onClick={() => void asSynonym([query, proposal])}
            >
              {t("means", { proposal })}
            </Button>
          ) : (
            <Button
              size="sm"
              icon={<Equal aria-hidden />}
              aria-label={t("synonymFor", { query })}
              aria-expanded={asks}
              onClick={() => setAsks(!asks)}
            >
              {t("synonym")}
            </Button>
          )}
          <Button
            size="sm"
            icon={<FilePlus2 aria-hidden />}
            aria-label={t("articleFor", { query })}
            onClick={() => void asArticle()}
          >
            {t("article")}
          </Button>
          <IconButton size="sm" label={t("dismiss", { query })} onClick={() => void dismiss()}>
            <X />
          </IconButton>
        </div>
      </div>
      {asks && (
        <SynonymForm
          label={t("sameAs", { query })}
          words={[]}
          least={1}
          onSave={async (words) => {
            setAsks(false);
            await asSynonym([query, ...words]);
          }}
          onCancel={() => setAsks(false)}
        />
      )}
    </li>
  );
}
