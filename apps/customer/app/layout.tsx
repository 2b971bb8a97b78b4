import "./globals.css";
import { Document } from "@mintreu/ui/kit/Document";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, description: t("description") };
}

export { viewport } from "@mintreu/ui/kit/viewport.ts";

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
