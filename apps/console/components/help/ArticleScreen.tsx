"use client";

import type { ArticleView } from "@mintreu/api/articles/reading";
import { Badge } from "@mintreu/ui/kit/Badge";
import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { ArticleContents } from "@mintreu/ui/support/article/ArticleContents";
import { ArticleText } from "@mintreu/ui/support/article/ArticleText";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ConsoleShell } from "../frame/ConsoleShell.tsx";
import { ArticleLinks } from "./ArticleLinks.tsx";
import { HelpVote } from "./HelpVote.tsx";
import { WayHere } from "./WayHere.tsx";

/** One article as agents read it. */
export function ArticleScreen({ article }: { article: ArticleView }) {
  const t = useTranslations("helpCentre");
  return (
    <ConsoleShell place={null}>
      <div className="pane-scroll min-h-0 flex-1 bg-raised">
        <div className="grid max-w-280 items-start gap-x-10 px-4 py-5 md:px-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
          <div className="min-w-0">
            <WayHere path={article.path} product={article.product} />
            <Head article={article} />
          </div>
          <div className="mb-4 lg:sticky lg:top-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <ArticleContents headings={article.headings} />
          </div>
          <div className="min-w-0 max-w-190">
            <ArticleText html={article.html} />
            <div className="mt-8 flex flex-col gap-8 border-border border-t pt-5">
              <HelpVote article={article} />
              <ArticleLinks title={t("related")} articles={article.related} />
            </div>
          </div>
        </div>
      </div>
    </ConsoleShell>
  );
}

function Head({ article: { id, title, audience, desk, updatedAt, verifiedAt } }: { article: ArticleView }) {
  const t = useTranslations("helpCentre");
  const format = useFormatter();
  const writes = useWrites(desk);
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <header className="mt-3 mb-5 max-w-190">
      <h1 dir="auto" className="font-semibold text-2xl">
        {title}
      </h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-muted text-sm">
        {audience !== "public" && <Badge tone="info">{t(`audience.${audience}`)}</Badge>}
        <span>{t("updated", { date: date(updatedAt), desk })}</span>
        {verifiedAt && <span>{t("verified", { date: date(verifiedAt) })}</span>}
        {writes && (
          <ButtonLink size="sm" href={`/knowledge/${id}`} icon={<Pencil aria-hidden />}>
            {t("edit")}
          </ButtonLink>
        )}
      </p>
    </header>
  );
}

/** Whoever may look at the desk may write for it; the server decides again. */
function useWrites(desk: string): boolean {
  const { me } = useLive();
  const { data: desks = [] } = useQuery(useTRPC().desks.list.queryOptions());
  return me.role === "admin" || desks.some(({ name }) => name === desk);
}
