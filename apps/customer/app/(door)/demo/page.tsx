import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export { DemoPage as default } from "@mintreu/ui/support/sign-in/DemoPage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("demo"))("title") };
}
