"use client";

import type { SuggestedArticle } from "@mintreu/api/search/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { Button } from "@mintreu/ui/kit/Button";
import { Kbd } from "@mintreu/ui/kit/Kbd";
import { Skeleton } from "@mintreu/ui/kit/Skeleton";
import { useTRPC } from "@mintreu/ui/support/LiveProvider";
import { Marked } from "@mintreu/ui/support/search/Marked";
import { useQuery } from "@tanstack/react-query";
import { Check, EyeOff, FilePlus2, Link2, Search, TextQuote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActions } from "../actions/ActionsProvider.tsx";
import { keysOf } from "../actions/registry.ts";
import { Section } from "../details/Section.tsx";
import { plain } from "../search/plain.ts";
import { SimilarTickets } from "./SimilarTickets.tsx";
import { useInsertArticle } from "./useInsertArticle.ts";

/** What the suggestions take. */
export interface SuggestedProps {
  conversationId: string;
  /** Whether this agent may answer here. */
  writes: boolean;
  /** Where another conversation is. */
  hrefOf: (id: string) => string;
  /** Something went into the text: what covers it may go. */
  onInserted: () => void;
}

/** Beside a conversation: articles that may answer it, and how similar ones were resolved. */
export function Suggested({ conversationId, writes, hrefOf, onInserted }: SuggestedProps) {
  const t = useTranslations("suggest");
  const { run } = useActions();
  const { data, isPending, isError } = useQuery(
    useTRPC().search.suggestions.queryOptions({ conversationId }, { staleTime: 60_000, retry: false }),
  );
  if (isError) return null;
  return (
    <>
      <Section title={t("title")}>
        {isPending && <Skeleton className="h-4 w-3/4" />}
        {data?.articles.length === 0 && <p className="mb-2 text-muted text-sm">{t("none")}</p>}
        <ul className="-mx-2 flex flex-col">
          {data?.articles.map((article) => (
            <SuggestedItem key={article.id} article={article} writes={writes} onInserted={onInserted} />
          ))}
        </ul>
        <div className="mt-1 -ms-2 flex flex-wrap items-center">
          {writes && (
            <Button size="sm" variant="quiet" icon={<Search aria-hidden />} onClick={() => run("insertArticle")}>
              {t("findAnother")}
              <Kbd keys={keysOf("insertArticle") ?? ""} />
            </Button>
          )}
          <Button size="sm" variant="quiet" icon={<FilePlus2 aria-hidden />} onClick={() => run("makeArticle")}>
            {t("make")}
          </Button>
        </div>
      </Section>
      {data && data.conversations.length > 0 && <SimilarTickets hits={data.conversations} hrefOf={hrefOf} />}
    </>
  );
}

interface SuggestedItemProps extends Pick<SuggestedProps, "writes" | "onInserted"> {
  article: SuggestedArticle;
}

function SuggestedItem({ article, writes, onInserted }: SuggestedItemProps) {
  const t = useTranslations("suggest");
  const insert = useInsertArticle();
  const title = plain(article.title);
  const put = (as: "link" | "text") => () => {
    onInserted();
    // After a sheet over the text has given the focus back.
    setTimeout(() => void insert({ ...article, title }, as), 50);
  };
  return (
    <li className="rounded-md px-2 py-1.5 hover:bg-hover">
      <a
        href={article.href}
        target="_blank"
        rel="noopener"
        className="target block font-medium text-sm hover:underline"
      >
        {title}
      </a>
      <p className="excerpt line-clamp-2 text-muted text-xs">
        <Marked text={article.excerpt} />
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-1.5">
        {writes && article.readable && (
          <>
            <Button
              size="sm"
              icon={<Link2 aria-hidden />}
              aria-label={t("insertLink", { title })}
              onClick={put("link")}
            >
              {t("link")}
            </Button>
            <Button
              size="sm"
              icon={<TextQuote aria-hidden />}
              aria-label={t("insertText", { title })}
              onClick={put("text")}
            >
              {t("text")}
            </Button>
          </>
        )}
        {article.alreadySent && (
          <Badge tone="success" icon={<Check aria-hidden />}>
            {t("sent")}
          </Badge>
        )}
        {!article.readable && <Badge icon={<EyeOff aria-hidden />}>{t("notReadable")}</Badge>}
      </div>
    </li>
  );
}
