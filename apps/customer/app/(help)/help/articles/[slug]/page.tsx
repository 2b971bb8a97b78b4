import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArticlePage as Article } from "../../../../../components/help/article/ArticlePage.tsx";
import { loadArticle } from "../../../../../components/help/load.ts";
import { publicPage, UNLISTED } from "../../../../../components/help/metadata.ts";

interface ArticlePageProps {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { slug, title, summary, audience, publishedAt, updatedAt } = await loadArticle((await params).slug);
  const t = await getTranslations("help");
  const page = publicPage({
    ...{ path: `/help/articles/${slug}`, title, description: summary || t("articleText", { title }) },
    article: { publishedTime: publishedAt, modifiedTime: updatedAt },
  });
  return audience === "public" ? page : { ...page, ...UNLISTED };
}

/** One article, for whoever may read it. */
export default async function ArticlePage({ params }: ArticlePageProps) {
  return <Article article={await loadArticle((await params).slug)} />;
}
