import { currentTheme } from "@mintreu/ui/kit/current-theme.ts";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { VisitorFrame } from "../../components/frame/VisitorFrame.tsx";

/**
 * The help centre for whoever has not signed in. `proxy.ts` leads them here; the address they see is `/help`. Apart from the
 * pages of signed-in people so that a browser loads next to nothing: no socket, no queries, and the texts of a few parts.
 */
export default async function VisitorLayout({ children }: { children: ReactNode }) {
  const { brand, pages, search, articleText, articleVote, visitor } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ brand, pages, search, articleText, articleVote, visitor }}>
      <VisitorFrame theme={await currentTheme()}>{children}</VisitorFrame>
    </NextIntlClientProvider>
  );
}
