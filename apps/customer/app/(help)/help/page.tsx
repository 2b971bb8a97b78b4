import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Collections } from "../../../components/help/Collections.tsx";
import { HelpHero } from "../../../components/help/HelpHero.tsx";
import { HelpProducts } from "../../../components/help/HelpProducts.tsx";
import { loadHome } from "../../../components/help/load.ts";
import { publicPage } from "../../../components/help/metadata.ts";
import { OtherArticles, Popular } from "../../../components/help/Popular.tsx";
import { StillNeedHelp } from "../../../components/help/StillNeedHelp.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help");
  return publicPage({ path: "/help", title: t("title"), description: t("description") });
}

/** The start of the help centre: search, what there is, what people read. */
export default async function HelpHomePage() {
  const { collections, popular, others, products } = await loadHome();
  const t = await getTranslations("help");
  return (
    <>
      <HelpHero title={t("hero")} text={t("heroText")} />
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-10 px-4 pt-8 sm:px-6 sm:pt-10">
        <Collections collections={collections} />
        <Popular articles={popular} />
        <OtherArticles articles={others} />
        <HelpProducts products={products} />
        <StillNeedHelp />
      </div>
    </>
  );
}
