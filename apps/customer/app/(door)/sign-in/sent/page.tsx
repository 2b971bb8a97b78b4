import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { SentPage as default } from "@mintreu/ui/support/sign-in/SentPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.sent"))("title") };
}
