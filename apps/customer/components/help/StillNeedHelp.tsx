import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";

/** What the way to a person takes. */
export interface StillNeedHelpProps {
  /** The article that was read, kept as context of the question. */
  article?: string;
  product?: string;
  /** What was searched for. */
  q?: string;
}

/** The way from reading to a person. */
export function StillNeedHelp(about: StillNeedHelpProps) {
  const t = useTranslations("help");
  const query = new URLSearchParams(Object.entries(about));
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-xl bg-accent-soft p-5 sm:px-7 print:hidden">
      <div className="min-w-0">
        <h2 className="font-semibold text-lg">{t("stillNeedHelp")}</h2>
        <p className="mt-0.5 text-md">{t("stillNeedHelpText")}</p>
      </div>
      <ButtonLink
        href={query.size > 0 ? `/conversations/new?${query}` : "/conversations/new"}
        prefetch={false}
        rel="nofollow"
        variant="primary"
        size="lg"
        icon={<LifeBuoy aria-hidden />}
      >
        {t("ask")}
      </ButtonLink>
    </section>
  );
}
