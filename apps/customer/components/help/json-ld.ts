import type { ArticleView } from "@mintreu/api/articles/reading";
import { web } from "@mintreu/ui/support/server/web.ts";
import type { Crumb } from "./Breadcrumb.tsx";

/** An object of schema.org. */
export type JsonLdObject = Readonly<Record<string, unknown>>;

/** JSON as it may stand inside a `<script>`: nothing in it can end the element or begin a comment. */
export function jsonLdText(data: JsonLdObject): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Where a page lies. https://schema.org/BreadcrumbList */
export function breadcrumbData(path: readonly Crumb[]): JsonLdObject {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: path.map(({ href, name }, index) => ({
      ...{ "@type": "ListItem", position: index + 1, name, item: addressOf(href) },
    })),
  };
}

/**
 * What an article is: a page with a question and its answer where the title asks one and the summary answers it, a technical
 * article otherwise. https://schema.org/FAQPage, https://schema.org/TechArticle
 */
export function articleData(article: ArticleView, inLanguage: string): JsonLdObject {
  const { title, summary, slug, publishedAt, updatedAt, desk, product, kind } = article;
  const about = {
    "@context": "https://schema.org",
    ...{ url: addressOf(`/help/articles/${slug}`), inLanguage, datePublished: publishedAt, dateModified: updatedAt },
    publisher: { "@type": "Organization", name: "Mintreu" },
    author: { "@type": "Organization", name: desk },
    ...(product && { about: { "@type": "SoftwareApplication", name: product.name } }),
  };
  if (kind !== "answer" || !title.endsWith("?") || !summary) {
    return { ...about, "@type": "TechArticle", headline: title, ...(summary && { description: summary }) };
  }
  const acceptedAnswer = { "@type": "Answer", text: summary };
  return { ...about, "@type": "FAQPage", mainEntity: [{ "@type": "Question", name: title, acceptedAnswer }] };
}

/** The whole address of a path, by the name that is configured. */
export function addressOf(path: string): string {
  return new URL(path, web().publicUrl).href;
}
