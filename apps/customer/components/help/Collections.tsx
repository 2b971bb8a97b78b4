import type { CollectionCard } from "@mintreu/api/articles/reading";
import { Card } from "@mintreu/ui/kit/Card";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { CollectionIcon } from "@mintreu/ui/support/CollectionIcon";
import { BookOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageSection } from "../Page.tsx";

/** What the collections take. */
export interface CollectionsProps {
  collections: readonly CollectionCard[];
}

/** Collections as cards. */
export function Collections({ collections }: CollectionsProps) {
  const t = useTranslations("help");
  if (collections.length === 0) {
    return (
      <Card flush>
        <EmptyState icon={<BookOpen />} title={t("empty")} text={t("emptyText")} />
      </Card>
    );
  }
  return (
    <PageSection title={t("collections")}>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {collections.map((collection) => (
          <CollectionTile key={collection.slug} collection={collection} />
        ))}
      </ul>
    </PageSection>
  );
}

function CollectionTile({ collection }: { collection: CollectionCard }) {
  const t = useTranslations("help");
  const { slug, name, description, icon, articles } = collection;
  return (
    <li className="flex min-w-0">
      <Card interactive className="flex min-w-0 flex-1 gap-3.5">
        <CollectionIcon name={icon} />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold text-base">
            <Link
              href={`/help/collections/${slug}`}
              prefetch={false}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              <bdi>{name}</bdi>
            </Link>
          </h3>
          {description && (
            <p className="mt-0.5 line-clamp-3 stand-with-ours text-md text-muted" dir="auto">
              {description}
            </p>
          )}
          <p className="mt-1 text-muted text-sm">{t("articles", { count: articles })}</p>
        </div>
      </Card>
    </li>
  );
}
