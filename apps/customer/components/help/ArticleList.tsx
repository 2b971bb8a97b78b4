import type { ArticleCard } from "@mintreu/api/articles/reading";
import type { ArticleKind } from "@mintreu/api/articles/schema";
import { Card } from "@mintreu/ui/kit/Card";
import { FileText, GraduationCap, type LucideIcon, Wrench } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

const ICONS: Record<ArticleKind, LucideIcon> = { answer: FileText, tutorial: GraduationCap, troubleshooting: Wrench };

/** Articles under each other, each with what it is about. */
export function ArticleList({ articles }: { articles: readonly ArticleCard[] }) {
  return (
    <Card flush className="overflow-hidden">
      <ul>
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
      </ul>
    </Card>
  );
}

function ArticleRow({ article: { slug, title, summary, kind } }: { article: ArticleCard }) {
  const t = useTranslations("help.kind");
  const Icon = ICONS[kind];
  return (
    <li className="relative flex gap-3 border-border border-b px-4 py-3 transition-colors last:border-b-0 hover:bg-hover sm:px-5">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <Link
          href={`/help/articles/${slug}`}
          prefetch={false}
          className="font-medium text-base after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <bdi>{title}</bdi>
        </Link>
        {kind !== "answer" && <span className="ms-2 whitespace-nowrap text-muted text-xs">{t(kind)}</span>}
        {summary && (
          <p className="mt-0.5 line-clamp-2 stand-with-ours text-md text-muted" dir="auto">
            {summary}
          </p>
        )}
      </div>
    </li>
  );
}
