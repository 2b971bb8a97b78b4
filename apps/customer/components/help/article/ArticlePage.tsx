import type { ArticleView } from "@mintreu/api/articles/reading";
import { ArticleContents } from "@mintreu/ui/support/article/ArticleContents";
import { ArticleText } from "@mintreu/ui/support/article/ArticleText";
import { useLocale, useTranslations } from "next-intl";
import { PageSection } from "../../Page.tsx";
import { ArticleList } from "../ArticleList.tsx";
import { Breadcrumb, type Crumb } from "../Breadcrumb.tsx";
import { HelpSearch } from "../HelpSearch.tsx";
import { JsonLd } from "../JsonLd.tsx";
import { articleData, breadcrumbData } from "../json-ld.ts";
import { StillNeedHelp } from "../StillNeedHelp.tsx";
import { ArticleFacts } from "./ArticleFacts.tsx";
import { HeadingLinks } from "./HeadingLinks.tsx";
import { ViewCount } from "./ViewCount.tsx";
import { Vote } from "./Vote.tsx";

/** An article with the way to it, its contents, its readers' verdict and what is near it. */
export function ArticlePage({ article }: { article: ArticleView }) {
  const { id, slug, title, html, headings, vote } = article;
  const path = pathOf(article);
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-5 sm:px-6 sm:py-8">
      {article.audience === "public" && <ArticleData article={article} path={path} />}
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 print:hidden">
        <Breadcrumb path={path} here={title} />
        <HelpSearch />
      </div>
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,44rem)_minmax(12rem,1fr)] lg:grid-rows-[auto_1fr] print:block">
        <header className="flex min-w-0 flex-col gap-3 print:mb-4">
          <h1 className="wrap-anywhere font-semibold text-2xl sm:text-3xl" dir="auto">
            {title}
          </h1>
          <ArticleFacts article={article} />
        </header>
        <div className="not-has-[nav]:hidden lg:col-start-2 lg:row-span-2 lg:row-start-1 print:hidden">
          <div className="pane-scroll lg:sticky lg:top-[calc(var(--frame-top)+2rem)] lg:max-h-[calc(100dvh-var(--frame-top)-4rem)]">
            <ArticleContents headings={headings} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <HeadingLinks>
            <ArticleText html={html} />
          </HeadingLinks>
          <ViewCount id={id} />
          <Vote key={id} id={id} vote={vote} />
          <Afterwards article={article} slug={slug} />
        </div>
      </div>
    </div>
  );
}

function Afterwards({ article: { related, product }, slug }: { article: ArticleView; slug: string }) {
  const t = useTranslations("article");
  return (
    <div className="flex flex-col gap-8 print:hidden">
      {related.length > 0 && (
        <PageSection title={t("related")}>
          <ArticleList articles={related} />
        </PageSection>
      )}
      <StillNeedHelp article={slug} {...(product ? { product: product.id } : {})} />
    </div>
  );
}

function ArticleData({ article, path }: { article: ArticleView; path: readonly Crumb[] }) {
  const locale = useLocale();
  const { slug, title } = article;
  return (
    <>
      <JsonLd data={articleData(article, locale)} />
      <JsonLd data={breadcrumbData([...path, { href: `/help/articles/${slug}`, name: title }])} />
    </>
  );
}

/** A collection that is called like its product is no further step. */
function pathOf({ product, path }: ArticleView): Crumb[] {
  const collections = path.filter(({ name }) => name !== product?.name);
  return [
    ...(product ? [{ href: `/help/products/${product.slug}`, name: product.name }] : []),
    ...collections.map(({ slug, name }) => ({ href: `/help/collections/${slug}`, name })),
  ];
}
