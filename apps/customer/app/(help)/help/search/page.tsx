import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpSearch } from "../../../../components/help/HelpSearch.tsx";
import { UNLISTED } from "../../../../components/help/metadata.ts";
import { type Asked, askedBy, type SearchParams } from "../../../../components/help/search/asked.ts";
import { Found } from "../../../../components/help/search/Found.tsx";

interface SearchPageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { text } = askedBy(await searchParams);
  const t = await getTranslations("help.search");
  return { title: text ? t("titleOf", { text }) : t("title"), ...UNLISTED };
}

/** Everything a search finds, by kind and product, page by page; what is asked is all in the address. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const asked: Asked = askedBy(await searchParams);
  const t = await getTranslations("help.search");
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-10">
      <h1 className={asked.text ? "sr-only" : "font-semibold text-2xl"}>
        {asked.text ? t("titleOf", { text: asked.text }) : t("title")}
      </h1>
      <div className="relative z-20">
        <HelpSearch key={asked.text} size="lg" text={asked.text} />
      </div>
      {asked.text ? <Found asked={asked} /> : <p className="text-base text-muted">{t("hint")}</p>}
    </div>
  );
}
