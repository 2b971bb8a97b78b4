import type { ArticleCard } from "@mintreu/api/articles/reading";
import { useTranslations } from "next-intl";
import { PageSection } from "../Page.tsx";
import { ArticleList } from "./ArticleList.tsx";

interface PopularProps {
  articles: readonly ArticleCard[];
}

/** What people read most lately; nothing while nobody has read anything. */
export function Popular({ articles }: PopularProps) {
  const t = useTranslations("help");
  return <Titled title={t("popular")} articles={articles} />;
}

/** What lies in no collection. */
export function OtherArticles({ articles }: PopularProps) {
  const t = useTranslations("help");
  return <Titled title={t("others")} articles={articles} />;
}

function Titled({ title, articles }: PopularProps & { title: string }) {
  if (articles.length === 0) return null;
  return (
    <PageSection title={title}>
      <ArticleList articles={articles} />
    </PageSection>
  );
}
