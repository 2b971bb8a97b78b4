import { useTranslations } from "next-intl";
import { NothingHere } from "../../components/help/NothingHere.tsx";

/** Inside the frame of a signed-in customer. */
export default function NotFound() {
  const t = useTranslations("pages.notFound");
  return <NothingHere home={{ href: "/", name: t("home") }} />;
}
