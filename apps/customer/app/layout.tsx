import "./globals.css";
import { BareDocument } from "@mintreu/ui/kit/BareDocument";
import { web } from "@mintreu/ui/support/server/web.ts";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    // What search engines are told is the address that is configured, whatever name a request came by.
    metadataBase: new URL(web().publicUrl),
    title: { default: t("title"), template: `%s · ${t("title")}` },
    description: t("description"),
  };
}

export { viewport } from "@mintreu/ui/kit/viewport.ts";

/** The document with the texts of its error page; what is signed in or filled in brings the rest (`Interactive`). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { brand, pages } = await getMessages();
  return (
    <BareDocument>
      <NextIntlClientProvider messages={{ brand, pages }}>{children}</NextIntlClientProvider>
    </BareDocument>
  );
}
