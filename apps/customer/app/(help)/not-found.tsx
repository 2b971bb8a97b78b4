import { ButtonLink } from "@mintreu/ui/kit/ButtonLink";
import { EmptyState } from "@mintreu/ui/kit/EmptyState";
import { Leaf } from "lucide-react";
import { useTranslations } from "next-intl";

/** What is not there, or not this person's, inside the frame: the two are told alike. */
export default function NotFound() {
  const t = useTranslations("pages.notFound");
  return (
    <EmptyState
      as="h1"
      icon={<Leaf />}
      title={t("title")}
      text={t("text")}
      action={
        <ButtonLink href="/" variant="primary">
          {t("home")}
        </ButtonLink>
      }
    />
  );
}
