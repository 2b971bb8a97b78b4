import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { SignInPage as default } from "@mintreu/ui/support/sign-in/SignInPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn.customer"))("title") };
}
