import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { LinkPage as default } from "@mintreu/ui/support/sign-in/LinkPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.link"))("title") };
}
