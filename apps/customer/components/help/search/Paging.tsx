import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Asked, addressOfSearch, LAST_PAGE, ON_PAGE } from "./asked.ts";

/** The way to the next results and back. */
export function Paging({ asked, total }: { asked: Asked; total: number }) {
  const t = useTranslations("help.search");
  const { page } = asked;
  const pages = Math.min(LAST_PAGE, Math.ceil(total / ON_PAGE));
  if (pages < 2) return null;
  const flip = "rtl:-scale-x-100";
  return (
    <nav aria-label={t("pages")} className="flex items-center justify-between gap-4">
      {page > 1 ? (
        <ButtonLink
          href={addressOfSearch(asked, { page: page - 1 })}
          prefetch={false}
          rel="prev"
          icon={<ChevronLeft aria-hidden className={flip} />}
        >
          {t("previous")}
        </ButtonLink>
      ) : (
        <span />
      )}
      <p className="text-md text-muted tabular-nums">{t("page", { page, pages })}</p>
      {page < pages ? (
        <ButtonLink href={addressOfSearch(asked, { page: page + 1 })} prefetch={false} rel="next">
          {t("next")}
          <ChevronRight aria-hidden className={flip} />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
