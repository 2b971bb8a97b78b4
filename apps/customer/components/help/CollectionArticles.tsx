import type { CollectionView } from "@mintreu/api/articles/reading";
import { PageSection } from "../Page.tsx";
import { ArticleList } from "./ArticleList.tsx";

/** What a collection holds: its own articles, then its sections with theirs. */
export function CollectionArticles({ collection: { own, sections } }: { collection: CollectionView }) {
  return (
    <>
      {own.length > 0 && <ArticleList articles={own} />}
      {sections.map((section) => (
        <PageSection key={section.slug} title={section.name}>
          {section.description && <p className="-mt-2 text-md text-muted">{section.description}</p>}
          <ArticleList articles={section.articles} />
        </PageSection>
      ))}
    </>
  );
}
