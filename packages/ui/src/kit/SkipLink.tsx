import { useTranslations } from "next-intl";

/** First stop of the Tab key: past the navigation to `<main id="main" tabIndex={-1}>`. */
export function SkipLink() {
  const t = useTranslations("kit");
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-50 -translate-y-20 rounded-md bg-accent-solid px-4 py-2 font-medium text-accent-contrast focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
