import { useTranslations } from "next-intl";
import { NothingHere } from "../../components/help/NothingHere.tsx";

/** For visitors: what is not there for them may be there for customers. */
export default function NotFound() {
  const t = useTranslations("help.notFound");
  return <NothingHere home={{ href: "/help", name: t("help") }}>{t("signIn")}</NothingHere>;
}
