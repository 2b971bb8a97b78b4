import { Leaf } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./ButtonLink.tsx";
import { PageMessage } from "./PageMessage.tsx";

/** The page for what is not there, or not there for this person: the two are told alike. */
export function NotFoundPage() {
  const t = useTranslations("pages.notFound");
  return (
    <PageMessage
      icon={<Leaf />}
      title={t("title")}
      text={t("text")}
      actions={
        <ButtonLink href="/" variant="primary">
          {t("home")}
        </ButtonLink>
      }
    />
  );
}
