"use client";

import { ARTICLE_STATES } from "@mintreu/api/articles/schema";
import { STATUSES } from "@mintreu/api/conversations/schema";
import type { Hit } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { RelativeTime } from "@mintreu/ui/kit/RelativeTime";
import { Marked } from "@mintreu/ui/support/search/Marked";
import { StatusPill } from "@mintreu/ui/support/status";
import { Star } from "lucide-react";
import { useTranslations } from "next-intl";

/** Title, origin and excerpt of what was found, on one or two lines. */
export function HitText({ hit, lines = 1 }: { hit: Hit; lines?: 1 | 2 }) {
  const t = useTranslations("finder");
  const status = STATUSES.find((each) => each === hit.status);
  // Only those who write it find an article that readers do not have yet.
  const state = hit.kind === "article" ? ARTICLE_STATES.find((each) => each === hit.status) : undefined;
  return (
    <span className="min-w-0 flex-1">
      <span className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 truncate font-medium text-md">
          <Marked text={hit.title} />
        </span>
        {hit.promoted && (
          <Badge tone="accent" icon={<Star aria-hidden />}>
            {t("promoted")}
          </Badge>
        )}
        <span className="ms-auto flex shrink-0 items-center gap-2 text-muted text-xs">
          {status && <StatusPill status={status} side="agents" plain />}
          {state && <Badge>{t(`state.${state}`)}</Badge>}
          {hit.updatedAt && hit.kind === "conversation" && <RelativeTime at={hit.updatedAt} look="short" />}
        </span>
      </span>
      <span className={`text-muted text-xs ${lines === 1 ? "block truncate" : "line-clamp-2"}`}>
        <span className="sr-only">{t(`kind.${hit.kind}`)} </span>
        {hit.origin && <span className="font-medium">{`${hit.origin}${hit.excerpt.length > 0 ? " · " : ""}`}</span>}
        <span className="excerpt">
          <Marked text={hit.excerpt} />
        </span>
      </span>
    </span>
  );
}
