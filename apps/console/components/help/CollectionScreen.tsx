"use client";

import type { CollectionView } from "@mintreu/api/articles/reading";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ConsolePage } from "../page/ConsolePage.tsx";
import { useMovingFocus } from "../page/useMovingFocus.ts";
import { ArticleLinks } from "./ArticleLinks.tsx";
import { WayHere } from "./WayHere.tsx";

/** One collection: its own articles, then those of its sections. */
export function CollectionScreen({ collection }: { collection: CollectionView }) {
  const { name, description, parent, product } = collection;
  return (
    <ConsolePage
      above={<WayHere path={parent ? [parent] : []} product={product} />}
      title={name}
      {...(description ? { text: description } : {})}
    >
      <Articles collection={collection} />
    </ConsolePage>
  );
}

function Articles({ collection: { own, sections } }: { collection: CollectionView }) {
  const t = useTranslations("helpCentre");
  const list = useRef<HTMLDivElement>(null);
  useMovingFocus(list, true);
  return (
    <div ref={list} className="flex flex-col gap-7 px-4 pb-8 md:px-6">
      <ArticleLinks title={t("articles")} articles={own} />
      {sections.map(({ slug, name, description, articles }) => (
        <ArticleLinks key={slug} title={name} text={description} articles={articles} />
      ))}
    </div>
  );
}
